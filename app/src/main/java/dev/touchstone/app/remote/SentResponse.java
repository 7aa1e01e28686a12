package dev.touchstone.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A response as a server gets it. The outputs of {@code prf} (WebAuthn Level 3 §10.1.4) are keys
 * for whoever sits at the client; no server needs them.
 */
final class SentResponse {

  private SentResponse() {}

  static ObjectNode of(String responseJson) {
    try {
      ObjectNode response = (ObjectNode) JsonLink.MAPPER.readTree(responseJson);
      if (response.at("/clientExtensionResults/prf") instanceof ObjectNode prf) {
        prf.remove("results");
      }
      return response;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own client wrote no JSON", e);
    }
  }
}
