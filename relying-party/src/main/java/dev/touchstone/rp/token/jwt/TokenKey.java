package dev.touchstone.rp.token.jwt;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;

/** What access tokens are signed with. Each key signs with one algorithm and no other. */
public sealed interface TokenKey {

  /** {@code kid}. */
  String id();

  /** As the token's header names it (RFC 7518 §3.1). */
  default String algorithm() {
    return kind().signature().getId();
  }

  /** Which kind it is of. */
  default Kind kind() {
    return switch (this) {
      case Es256 _ -> Kind.ES256;
      case EdDsa _ -> Kind.EDDSA;
      case Hs256 _ -> Kind.HS256;
    };
  }

  /** ECDSA over P-256, the usual one: whoever checks a token cannot make one. */
  record Es256(String id, KeyPair pair) implements TokenKey {
    @Override
    public String toString() {
      return "Es256 " + id;
    }
  }

  /** Ed25519 (RFC 8037 §3.1). */
  record EdDsa(String id, KeyPair pair) implements TokenKey {
    @Override
    public String toString() {
      return "EdDsa " + id;
    }
  }

  /** HMAC with SHA-256, for services that share the key: each of them can make tokens too. */
  record Hs256(String id, SecretKey secret) implements TokenKey {
    @Override
    public String toString() {
      return "Hs256 " + id;
    }
  }

  /** How a person chooses one. */
  enum Kind {
    ES256,
    EDDSA,
    HS256;

    /** The kind of this name; empty if it is none. */
    public static Optional<Kind> named(String name) {
      return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The library's name for the algorithm. */
    SecureDigestAlgorithm<?, ?> signature() {
      return switch (this) {
        case ES256 -> Jwts.SIG.ES256;
        case EDDSA -> Jwts.SIG.EdDSA;
        case HS256 -> Jwts.SIG.HS256;
      };
    }
  }
}
