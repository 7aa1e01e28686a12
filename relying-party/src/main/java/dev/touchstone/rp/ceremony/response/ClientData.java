package dev.touchstone.rp.ceremony.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code CollectedClientData} (WebAuthn Level 3 §5.8.1). A member that is missing or of the wrong
 * JSON type is empty.
 *
 * @param type of the ceremony
 * @param challenge base64url
 * @param origin of the caller
 * @param crossOrigin whether the caller was in a frame of another origin
 * @param topOrigin of the page around it
 * @param tokenBinding status of the token binding that Level 2 had, where there is one
 */
public record ClientData(
    Optional<String> type,
    Optional<String> challenge,
    Optional<String> origin,
    Optional<Boolean> crossOrigin,
    Optional<String> topOrigin,
    Optional<String> tokenBinding) {

  /**
   * UTF-8 decode, without a leading byte order mark.
   *
   * @throws Unreadable if the bytes are not UTF-8; clients never send such, and replacing what
   *     cannot be read would only hide it
   */
  public static String text(Bytes clientDataJson) throws Unreadable {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(clientDataJson.toArray()))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("the client data is not UTF-8");
    }
  }

  /**
   * Reads the members that verification uses; others are left alone.
   *
   * @throws Unreadable if the text is no JSON object
   */
  public static ClientData parse(String text) throws Unreadable {
    ObjectNode json;
    try {
      json = Json.object(text);
    } catch (Unreadable e) {
      throw new Unreadable("the client data is " + e.why());
    }
    return new ClientData(
        text(json, "type"),
        text(json, "challenge"),
        text(json, "origin"),
        Optional.ofNullable(json.get("crossOrigin"))
            .filter(JsonNode::isBoolean)
            .map(JsonNode::booleanValue),
        text(json, "topOrigin"),
        Optional.ofNullable(json.get("tokenBinding")).map(it -> it.path("status").asText()));
  }

  private static Optional<String> text(ObjectNode json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonNode::textValue);
  }
}
