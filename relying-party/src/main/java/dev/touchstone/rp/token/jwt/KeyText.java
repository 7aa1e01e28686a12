package dev.touchstone.rp.token.jwt;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.token.jwt.TokenKey.EdDsa;
import dev.touchstone.rp.token.jwt.TokenKey.Es256;
import dev.touchstone.rp.token.jwt.TokenKey.Hs256;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.EcPrivateJwk;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.OctetPrivateJwk;
import io.jsonwebtoken.security.PrivateJwk;
import io.jsonwebtoken.security.SecretJwk;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Keys as JSON Web Keys (RFC 7517). */
final class KeyText {

  private static final int ID_LENGTH = 12;

  private KeyText() {}

  /** A new key. */
  static TokenKey made(Kind kind) {
    return switch (kind) {
      case ES256 -> {
        KeyPair pair = Jwts.SIG.ES256.keyPair().build();
        yield new Es256(id(pair.getPublic()), pair);
      }
      case EDDSA -> {
        // the algorithm itself would choose Ed448, which few know and no native code has
        KeyPair pair = Jwks.CRV.Ed25519.keyPair().build();
        yield new EdDsa(id(pair.getPublic()), pair);
      }
      case HS256 -> {
        SecretKey key = Jwts.SIG.HS256.key().build();
        // One way, and another hash than any MAC by it.
        Bytes named = Bytes.ofUtf8("touchstone access token").plus(Bytes.of(key.getEncoded()));
        yield new Hs256(named.sha256().slice(0, ID_LENGTH).base64Url(), key);
      }
    };
  }

  private static String id(PublicKey key) {
    return Bytes.of(key.getEncoded()).sha256().slice(0, ID_LENGTH).base64Url();
  }

  /** The whole key; the caller wipes it. */
  static byte[] secret(TokenKey key) {
    Jwk<?> jwk =
        switch (key) {
          case Es256(var id, var pair) -> ecJwk(id, pair);
          case EdDsa(var id, var pair) ->
              Jwks.builder().octetKeyPair(pair).id(id).algorithm("EdDSA").build();
          case Hs256(var id, var secret) -> Jwks.builder().key(secret).id(id).build();
        };
    return Jwks.UNSAFE_JSON(jwk).getBytes(StandardCharsets.UTF_8);
  }

  private static EcPrivateJwk ecJwk(String id, KeyPair pair) {
    return Jwks.builder()
        .key((ECPrivateKey) pair.getPrivate())
        .publicKey((ECPublicKey) pair.getPublic())
        .id(id)
        .build();
  }

  /** Reads what {@link #secret} wrote; empty if it is something else. */
  static Optional<TokenKey> read(Kind kind, String id, byte[] json) {
    try {
      Jwk<?> jwk = Jwks.parser().build().parse(new String(json, StandardCharsets.UTF_8));
      return switch (kind) {
        case ES256 ->
            jwk instanceof EcPrivateJwk it ? Optional.of(new Es256(id, pair(it))) : none();
        case EDDSA ->
            jwk instanceof OctetPrivateJwk<?, ?> it ? Optional.of(new EdDsa(id, pair(it))) : none();
        case HS256 -> jwk instanceof SecretJwk it ? Optional.of(new Hs256(id, it.toKey())) : none();
      };
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<TokenKey> none() {
    return Optional.empty();
  }

  private static KeyPair pair(PrivateJwk<?, ?, ?> jwk) {
    return new KeyPair(jwk.toPublicJwk().toKey(), jwk.toKey());
  }

  /** The public half for everybody to read; empty for a key that has none. */
  static Optional<String> open(TokenKey key) {
    return switch (key) {
      case Es256(var id, var pair) ->
          Optional.of(
              Jwks.json(
                  Jwks.builder()
                      .key((ECPublicKey) pair.getPublic())
                      .id(id)
                      .algorithm("ES256")
                      .publicKeyUse("sig")
                      .build()));
      case EdDsa(var id, var pair) ->
          Optional.of(
              Jwks.json(
                  Jwks.builder()
                      .octetKey(pair.getPublic())
                      .id(id)
                      .algorithm("EdDSA")
                      .publicKeyUse("sig")
                      .build()));
      case Hs256 _ -> Optional.empty();
    };
  }
}
