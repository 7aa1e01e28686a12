package dev.touchstone.key.trace.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON document, an entry at a time, so that it may be larger than memory. */
record JsonExport(Recording recording, Names names) {

  void write(int[] entries, OutputStream out) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (JsonGenerator json =
        mapper
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeFieldName("recording");
      json.writeTree(EntryJson.of(recording));
      json.writeArrayFieldStart("entries");
      for (int index : entries) {
        json.writeTree(EntryJson.of(recording, index, names));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
