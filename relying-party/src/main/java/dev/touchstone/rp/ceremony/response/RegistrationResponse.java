package dev.touchstone.rp.ceremony.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException.ResponseMalformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code RegistrationResponseJSON} (WebAuthn Level 3 §5.1).
 *
 * @param id credential id
 * @param type as the client told it
 * @param clientDataJson as the client hashed it
 * @param attestationObject CBOR
 * @param transports as the client told them
 * @param clientExtensionResults empty where the client sent none
 */
public record RegistrationResponse(
    Bytes id,
    String type,
    Bytes clientDataJson,
    Bytes attestationObject,
    List<String> transports,
    Optional<ObjectNode> clientExtensionResults) {

  /**
   * Reads it from JSON.
   *
   * @throws ResponseMalformed if a required member is missing or not base64url
   */
  public static RegistrationResponse parse(String text) throws ResponseMalformed {
    ResponseJson json = ResponseJson.parse("the response to a registration", text);
    return new RegistrationResponse(
        json.id(),
        json.type(),
        json.responseBytes("clientDataJSON"),
        json.responseBytes("attestationObject"),
        transports(json.responseMember("transports")),
        json.clientExtensionResults());
  }

  /** Blanks separate transports in the store, and no transport has one. */
  private static List<String> transports(JsonNode array) {
    List<String> transports = new ArrayList<>();
    for (JsonNode transport : array) {
      String word = transport.asText("");
      if (word.matches("[!-~]+")) {
        transports.add(word);
      }
    }
    return List.copyOf(transports);
  }
}
