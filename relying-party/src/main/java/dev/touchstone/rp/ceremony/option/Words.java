package dev.touchstone.rp.ceremony.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.ceremony.response.Unreadable;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.List;

/** The words of the specification's enumerations, and what else an operator may get wrong. */
final class Words {

  static final List<String> REQUIREMENT = List.of("required", "preferred", "discouraged");
  static final List<String> CONVEYANCE = List.of("none", "indirect", "direct", "enterprise");

  private Words() {}

  /** Clients ignore words that they do not know, so a mistake would never come to light. */
  static void known(String what, String word, List<String> words) throws RequestInvalid {
    if (!words.contains(word)) {
      throw new RequestInvalid(
          "'%s' is no %s; choose one of %s.".formatted(word, what, String.join(", ", words)));
    }
  }

  static ObjectNode extensions(String json) throws RequestInvalid {
    try {
      return Json.object(json);
    } catch (Unreadable e) {
      throw new RequestInvalid(
          "The extension inputs are %s; write them as one JSON object, {} for none."
              .formatted(e.why()));
    }
  }

  static RequestInvalid unreadableExtensions() {
    return new RequestInvalid(
        "The extension inputs have not the shape that the specification gives them; compare them with WebAuthn Level 3 §9 and §10.");
  }
}
