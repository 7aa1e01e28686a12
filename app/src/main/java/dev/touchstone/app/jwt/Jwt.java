package dev.touchstone.app.jwt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A JWT in the compact serialization of JWS (RFC 7515 §3.1), in its parts.
 *
 * @param header the JOSE header
 * @param claims what it says
 * @param signed the bytes under the signature, as they stood in the token
 * @param signature may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Jwt(ObjectNode header, ObjectNode claims, byte[] signed, byte[] signature) {

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int LONGEST = 1 << 20;

  /**
   * Takes it apart; nothing is verified.
   *
   * @throws JwtProblem if it is none
   */
  public static Jwt read(String text) throws JwtProblem {
    String compact = text.strip().replaceFirst("(?i)^(authorization:\\s*)?bearer\\s+", "");
    if (compact.length() > LONGEST) {
      throw new JwtProblem("The token is too long.", "");
    }
    String[] parts = compact.split("\\.", -1);
    if (parts.length == 5) {
      throw new JwtProblem(
          "This is an encrypted token (JWE): it has five parts.",
          "Only whoever has the key for it can read it; take the token that is inside.");
    }
    if (parts.length != 3) {
      throw new JwtProblem(
          "This is no JWT: it has %d parts instead of three.".formatted(parts.length),
          "Copy it again, from 'eyJ' to its end.");
    }
    return new Jwt(
        json(parts[0], "header"),
        json(parts[1], "claims"),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
        bytes(parts[2], "signature"));
  }

  /** The token without its signature, from other parts. */
  static byte[] signed(JsonNode header, JsonNode claims) {
    return (encoded(header.toString().getBytes(StandardCharsets.UTF_8))
            + "."
            + encoded(claims.toString().getBytes(StandardCharsets.UTF_8)))
        .getBytes(StandardCharsets.US_ASCII);
  }

  static String compact(byte[] signed, byte[] signature) {
    return new String(signed, StandardCharsets.US_ASCII) + "." + encoded(signature);
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ObjectNode json(String part, String name) throws JwtProblem {
    try {
      String text = new String(bytes(part, name), StandardCharsets.UTF_8);
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      if (e.getOriginalMessage().startsWith("Duplicate field")) {
        throw new JwtProblem(
            "The token's %s has a member twice.".formatted(name),
            "Programs do not agree on which of the two counts (RFC 7519 §4); it is not accepted.");
      }
    }
    throw new JwtProblem("The token's %s is no JSON object.".formatted(name), "Copy it again.");
  }

  private static byte[] bytes(String part, String name) throws JwtProblem {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw new JwtProblem("The token's %s is not base64url.".formatted(name), "Copy it again.");
    }
  }

  /** The algorithm that the token itself names. */
  public String algorithm() {
    return header.path("alg").asText("");
  }

  @Override
  public String toString() {
    return "Jwt " + algorithm();
  }
}
