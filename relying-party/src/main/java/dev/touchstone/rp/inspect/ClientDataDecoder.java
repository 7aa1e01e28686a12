package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Set;

/** Client data spelled out (WebAuthn Level 3 §5.8.1). */
final class ClientDataDecoder {

  private static final Set<String> DEFINED =
      Set.of("type", "challenge", "origin", "crossOrigin", "topOrigin");

  private ClientDataDecoder() {}

  static Node decode(JsonNode json) {
    return JsonDecoder.decode("client data", json, ClientDataDecoder::note);
  }

  private static String note(String name, JsonNode value) {
    return switch (name) {
      case "type" ->
          switch (value.asText()) {
            case "webauthn.create" -> "registration";
            case "webauthn.get" -> "authentication";
            default -> "not a type of WebAuthn";
          };
      case "challenge" -> challenge(value.asText());
      case "tokenBinding", "hashAlgorithm", "clientExtensions" -> "of an older edition";
      case "client data" -> "";
      default -> DEFINED.contains(name) || name.startsWith("[") ? "" : "not defined by WebAuthn";
    };
  }

  private static String challenge(String text) {
    try {
      return Bytes.count(Base64.getUrlDecoder().decode(text).length);
    } catch (IllegalArgumentException e) {
      return "not base64url";
    }
  }
}
