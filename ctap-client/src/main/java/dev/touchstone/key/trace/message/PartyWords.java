package dev.touchstone.key.trace.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.trace.entry.Entry;
import java.util.List;

/** What the relying party did, with people's names left out where they are not to be seen. */
final class PartyWords {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PartyWords() {}

  static String detail(Entry.Party party, Names names) {
    if (party.json().isEmpty()) {
      return party.sentence();
    }
    String json = names == Names.SHOWN ? party.json() : withoutNames(party.json());
    return party.sentence().isEmpty() ? json : party.sentence() + "\n" + json;
  }

  private static String withoutNames(String json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode options) {
        if (options.get("user") instanceof ObjectNode user) {
          for (String name : List.of("id", "name", "displayName")) {
            if (user.has(name)) {
              user.put(name, "(hidden)");
            }
          }
        }
        return options.toString();
      }
      return "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
