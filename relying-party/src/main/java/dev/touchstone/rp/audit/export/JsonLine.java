package dev.touchstone.rp.audit.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditRow;

/**
 * A row as one JSON object in ASCII: what is not ASCII is escaped, so that no receiver has to guess
 * an encoding, and no line separator of Unicode breaks the line.
 */
final class JsonLine {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonLine() {}

  static String of(AuditRow row) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("writer", row.writer())
            .put("seq", row.seq())
            .put("at", row.when().toString())
            .put("event", row.event())
            .put("outcome", row.outcome())
            .put("actor", row.actor())
            .put("subject", row.subject())
            .put("credential", row.credential())
            .put("address", row.address())
            .put("agent", row.agent())
            .put("reason", row.reason());
    ObjectNode detail = json.putObject("detail");
    row.facts().forEach(detail::put);
    json.put("hash", row.hash().hex());
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes can always be written", e);
    }
  }
}
