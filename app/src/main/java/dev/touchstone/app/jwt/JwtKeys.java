package dev.touchstone.app.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as people have them: PEM, a JWK, or a set of them. */
public final class JwtKeys {

  private static final int MOST = 200;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  private JwtKeys() {}

  /**
   * Reads them.
   *
   * @param text PEM or JSON
   * @throws JwtProblem if there is none in it
   */
  public static List<JwtKey> read(String text) throws JwtProblem {
    String content = text.strip();
    if (content.startsWith("{")) {
      return json(content);
    }
    Matcher pem = PEM.matcher(content);
    if (!pem.find()) {
      throw new JwtProblem(
          "This is no key: neither PEM nor a JWK.",
          "A PEM file begins with -----BEGIN, a JWK is an object with \"kty\".");
    }
    return List.of(pem(pem.group(1), Base64.getMimeDecoder().decode(pem.group(2))));
  }

  private static List<JwtKey> json(String text) throws JwtProblem {
    JsonNode json;
    try {
      json = Jwt.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JwtProblem("The keys are no JSON, or cut off.", "Copy them again.");
    }
    if (!json.has("keys")) {
      return List.of(Jwk.read(json));
    }
    List<JwtKey> keys = new ArrayList<>();
    for (JsonNode key : json.path("keys")) {
      if (keys.size() == MOST) {
        break;
      }
      readable(key).ifPresent(keys::add);
    }
    if (keys.isEmpty()) {
      throw new JwtProblem("There is no key in the set that can be used.", "");
    }
    return List.copyOf(keys);
  }

  /** RFC 7517 §5: keys of a kind that is not understood are passed over. */
  private static Optional<JwtKey> readable(JsonNode json) {
    try {
      return Optional.of(Jwk.read(json));
    } catch (JwtProblem e) {
      return Optional.empty();
    }
  }

  private static JwtKey pem(String kind, byte[] bytes) throws JwtProblem {
    try {
      return switch (kind) {
        case "CERTIFICATE" ->
            new JwtKey.Public(
                "",
                Optional.empty(),
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getPublicKey());
        case "PUBLIC KEY", "PRIVATE KEY" -> key(kind.equals("PRIVATE KEY"), bytes);
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            throw new JwtProblem(
                "The key is in the older form '%s'.".formatted(kind),
                "Convert it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        case "ENCRYPTED PRIVATE KEY" ->
            throw new JwtProblem(
                "The key is encrypted.",
                "Take a key for tests; or decrypt it: openssl pkcs8 -in OLD -out NEW");
        default -> throw new JwtProblem("'%s' is no key that signs JWTs.".formatted(kind), "");
      };
    } catch (GeneralSecurityException e) {
      throw new JwtProblem("The key is damaged, or of a kind that signs no JWT.", "");
    }
  }

  private static JwtKey key(boolean secret, byte[] bytes) throws JwtProblem {
    for (String kind : KINDS) {
      Optional<JwtKey> key = key(kind, secret, bytes);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new JwtProblem("The key is damaged, or of a kind that signs no JWT.", "");
  }

  private static Optional<JwtKey> key(String kind, boolean secret, byte[] bytes) {
    try {
      KeyFactory factory = KeyFactory.getInstance(kind);
      return Optional.of(
          secret
              ? new JwtKey.Private(
                  "", Optional.empty(), factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)))
              : new JwtKey.Public(
                  "", Optional.empty(), factory.generatePublic(new X509EncodedKeySpec(bytes))));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** A key in PEM, as files hold it. */
  static String pem(java.security.Key key) {
    String kind = key instanceof java.security.PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
    byte[] lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encode(key.getEncoded());
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, new String(lines, StandardCharsets.US_ASCII), kind);
  }
}
