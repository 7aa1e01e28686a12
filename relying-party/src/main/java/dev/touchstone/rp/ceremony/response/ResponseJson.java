package dev.touchstone.rp.ceremony.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException.ResponseMalformed;
import java.util.Optional;

/**
 * What both response JSONs have in common (WebAuthn Level 3 §5.1). Unknown members are left alone.
 */
final class ResponseJson {

  /** Larger than any response with a long certificate path, smaller than an attack on memory. */
  private static final int LONGEST = 1_000_000;

  private final String kind;
  private final ObjectNode root;
  private final ObjectNode response;

  private ResponseJson(String kind, ObjectNode root, ObjectNode response) {
    this.kind = kind;
    this.root = root;
    this.response = response;
  }

  static ResponseJson parse(String kind, String text) throws ResponseMalformed {
    if (text.length() > LONGEST) {
      throw malformed(kind, "longer than %d characters".formatted(LONGEST));
    }
    try {
      ObjectNode root = Json.object(text);
      if (root.get("response") instanceof ObjectNode response) {
        return new ResponseJson(kind, root, response);
      }
      throw malformed(kind, "without an object 'response'");
    } catch (Unreadable e) {
      throw malformed(kind, e.why());
    }
  }

  /** Member {@code id}, which must agree with {@code rawId} where there is one. */
  Bytes id() throws ResponseMalformed {
    Bytes id = bytes(root, "id");
    if (root.hasNonNull("rawId") && !bytes(root, "rawId").equals(id)) {
      throw malformed(kind, "whose 'id' and 'rawId' are different");
    }
    return id;
  }

  String type() {
    return root.path("type").asText("");
  }

  boolean hasResponse(String member) {
    return response.hasNonNull(member);
  }

  Bytes responseBytes(String member) throws ResponseMalformed {
    return bytes(response, member);
  }

  JsonNode responseMember(String member) {
    return response.path(member);
  }

  /** Empty where the client sent none, or something that is no object. */
  Optional<ObjectNode> clientExtensionResults() {
    return root.get("clientExtensionResults") instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }

  private Bytes bytes(ObjectNode parent, String member) throws ResponseMalformed {
    JsonNode node = parent.path(member);
    if (!node.isTextual()) {
      throw malformed(kind, "without the text member '%s'".formatted(member));
    }
    try {
      return Bytes.ofBase64Url(node.textValue());
    } catch (IllegalArgumentException e) {
      throw malformed(kind, "whose member '%s' is not base64url".formatted(member));
    }
  }

  private static ResponseMalformed malformed(String kind, String what) {
    return new ResponseMalformed(
        "The text is not %s: it is %s. Hand in the whole JSON that the client returned."
            .formatted(kind, what));
  }
}
