package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.cose.CoseAlgorithm;
import java.util.Base64;
import java.util.Set;

/** Creation and request options spelled out (WebAuthn Level 3 §5.4, §5.5). */
final class OptionsDecoder {

  private static final Set<String> BYTES = Set.of("challenge", "id");

  private OptionsDecoder() {}

  static Node decode(String kind, JsonNode json) {
    return JsonDecoder.decode(kind, json, OptionsDecoder::note);
  }

  private static String note(String name, JsonNode value) {
    if (name.equals("alg") && value.canConvertToInt()) {
      return CoseAlgorithm.describe(value.asInt());
    }
    if (name.equals("timeout") && value.isNumber()) {
      return "milliseconds";
    }
    return BYTES.contains(name) && value.isTextual() ? length(value.asText()) : "";
  }

  /** Silent about what is no base64url: {@code rp.id} has the same name and is none. */
  private static String length(String text) {
    try {
      return text.contains(".") ? "" : Bytes.count(Base64.getUrlDecoder().decode(text).length);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
