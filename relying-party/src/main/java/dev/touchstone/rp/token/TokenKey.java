package dev.touchstone.rp.token;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKey;
import dev.touchstone.rp.secret.SigningKeys;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import java.security.KeyPair;
import javax.crypto.SecretKey;

/** What access tokens are signed with. Each key signs with one algorithm and no other. */
public sealed interface TokenKey {

  /** As the token's header names it (RFC 7518 §3.1). */
  String algorithm();

  /** ECDSA over P-256, the usual one: whoever checks a token cannot make one. */
  record Es256(KeyPair pair) implements TokenKey {
    @Override
    public String algorithm() {
      return Jwts.SIG.ES256.getId();
    }

    @Override
    public String toString() {
      return "Es256";
    }
  }

  /** Ed25519 (RFC 8037 §3.1). */
  record EdDsa(KeyPair pair) implements TokenKey {
    @Override
    public String algorithm() {
      return Jwts.SIG.EdDSA.getId();
    }

    @Override
    public String toString() {
      return "EdDsa";
    }
  }

  /** HMAC with SHA-256, for services that share the key: each of them can make tokens too. */
  record Hs256(SecretKey secret) implements TokenKey {
    @Override
    public String algorithm() {
      return Jwts.SIG.HS256.getId();
    }

    @Override
    public String toString() {
      return "Hs256";
    }
  }

  /** How a person chooses one. */
  enum Kind {
    ES256,
    EDDSA,
    HS256
  }

  /**
   * The relying party's own key of a kind, the same for every replica.
   *
   * @throws RelyingPartyException if it cannot be read or kept
   */
  static TokenKey of(Kind kind, SigningKeys keys) throws RelyingPartyException {
    return switch (kind) {
      case ES256 -> new Es256(pair(keys.accessTokensEs256()));
      case EDDSA -> new EdDsa(pair(keys.accessTokensEdDsa()));
      case HS256 -> new Hs256(keys.accessTokensHs256().key());
    };
  }

  private static KeyPair pair(SigningKey key) {
    return new KeyPair(key.publicKey(), key.privateKey());
  }

  /** The library's name for the algorithm. */
  default SecureDigestAlgorithm<?, ?> signature() {
    return switch (this) {
      case Es256 _ -> Jwts.SIG.ES256;
      case EdDsa _ -> Jwts.SIG.EdDSA;
      case Hs256 _ -> Jwts.SIG.HS256;
    };
  }
}
