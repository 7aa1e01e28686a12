package dev.touchstone.app.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Keys as JSON (RFC 7517; RFC 7518 §6, RFC 8037 §2). */
final class Jwk {

  /** What stands before the 32 bytes of a key of Ed25519 in its X.509 form (RFC 8410 §4). */
  private static final String ED25519 = "302a300506032b6570032100";

  private Jwk() {}

  static JwtKey read(JsonNode json) throws JwtProblem {
    String id = json.path("kid").asText("");
    Optional<String> algorithm = Optional.ofNullable(json.path("alg").textValue());
    try {
      return switch (json.path("kty").asText("")) {
        case "oct" -> new JwtKey.Secret(id, algorithm, bytes(json, "k"));
        case "RSA" -> rsa(json, id, algorithm);
        case "EC" -> ec(json, id, algorithm);
        case "OKP" -> okp(json, id, algorithm);
        default ->
            throw new JwtProblem(
                "A key of the kind '%s' is not understood.".formatted(json.path("kty").asText("")),
                "RSA, EC, OKP with Ed25519, and oct are.");
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new JwtProblem("The key '%s' is damaged.".formatted(id), "Copy it again.");
    }
  }

  private static JwtKey rsa(JsonNode json, String id, Optional<String> algorithm)
      throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    BigInteger n = number(json, "n");
    return json.has("d")
        ? new JwtKey.Private(
            id, algorithm, factory.generatePrivate(new RSAPrivateKeySpec(n, number(json, "d"))))
        : new JwtKey.Public(
            id, algorithm, factory.generatePublic(new RSAPublicKeySpec(n, number(json, "e"))));
  }

  private static JwtKey ec(JsonNode json, String id, Optional<String> algorithm)
      throws GeneralSecurityException, JwtProblem {
    ECParameterSpec curve =
        JwtAlgorithm.curve(
            switch (json.path("crv").asText("")) {
              case "P-256" -> "secp256r1";
              case "P-384" -> "secp384r1";
              case "P-521" -> "secp521r1";
              default -> throw new JwtProblem("The key's curve is not understood.", "");
            });
    KeyFactory factory = KeyFactory.getInstance("EC");
    if (json.has("d")) {
      return new JwtKey.Private(
          id, algorithm, factory.generatePrivate(new ECPrivateKeySpec(number(json, "d"), curve)));
    }
    ECPoint point = new ECPoint(number(json, "x"), number(json, "y"));
    return new JwtKey.Public(
        id, algorithm, factory.generatePublic(new ECPublicKeySpec(point, curve)));
  }

  private static JwtKey okp(JsonNode json, String id, Optional<String> algorithm)
      throws GeneralSecurityException, JwtProblem {
    if (!json.path("crv").asText("").equals("Ed25519")) {
      throw new JwtProblem("Of the keys of kind OKP, only Ed25519 signs here.", "");
    }
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    if (json.has("d")) {
      return new JwtKey.Private(
          id,
          algorithm,
          factory.generatePrivate(
              new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes(json, "d"))));
    }
    byte[] encoded = HexFormat.of().parseHex(ED25519 + HexFormat.of().formatHex(bytes(json, "x")));
    return new JwtKey.Public(
        id, algorithm, factory.generatePublic(new X509EncodedKeySpec(encoded)));
  }

  /** A public key as JSON. */
  static ObjectNode of(PublicKey key, String id) {
    ObjectNode json = Jwt.MAPPER.createObjectNode();
    switch (key) {
      case RSAPublicKey rsa ->
          json.put("kty", "RSA")
              .put("n", text(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8))
              .put("e", text(rsa.getPublicExponent(), 3));
      case ECPublicKey ec -> {
        int bits = ec.getParams().getOrder().bitLength();
        int length = (bits + 7) / 8;
        json.put("kty", "EC").put("crv", "P-" + bits);
        json.put("x", text(ec.getW().getAffineX(), length));
        json.put("y", text(ec.getW().getAffineY(), length));
      }
      case EdECPublicKey ed -> {
        byte[] encoded = ed.getEncoded();
        byte[] x = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        json.put("kty", "OKP").put("crv", "Ed25519").put("x", Jwt.encoded(x));
      }
      default -> throw new IllegalArgumentException(key.getAlgorithm());
    }
    return id.isEmpty() ? json : json.put("kid", id);
  }

  private static String text(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[length];
    int from = Math.max(0, signed.length - length);
    System.arraycopy(signed, from, bytes, length - (signed.length - from), signed.length - from);
    return Jwt.encoded(bytes);
  }

  private static BigInteger number(JsonNode json, String member) {
    return new BigInteger(1, bytes(json, member));
  }

  private static byte[] bytes(JsonNode json, String member) {
    String text = json.path(member).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(member);
    }
    return Base64.getUrlDecoder().decode(text);
  }
}
