package dev.touchstone.app.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A response as screens, terminals and logs of build servers may show it. The outputs of {@code
 * prf} (WebAuthn Level 3 §10.1.4) are keys that others encrypt with: in their place stands their
 * SHA-256, so that two of them can still be compared.
 */
final class ShownResponse {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> OUTPUTS = List.of("first", "second");

  private ShownResponse() {}

  /** The text to the letter, unless there is something to hide in it. */
  static String of(String responseJson) {
    try {
      JsonNode response = MAPPER.readTree(responseJson);
      if (!(response.at("/clientExtensionResults/prf/results") instanceof ObjectNode results)) {
        return responseJson;
      }
      for (String output : OUTPUTS) {
        if (results.hasNonNull(output)) {
          results.put(output, "(secret; SHA-256 of it: " + digest(results.get(output)) + ")");
        }
      }
      return MAPPER.writeValueAsString(response);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own client wrote no JSON", e);
    }
  }

  /** Of the bytes that the base64url text stands for. */
  private static String digest(JsonNode output) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(output.asText());
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
