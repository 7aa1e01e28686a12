package dev.touchstone.key.trace.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries as JSON, documented in {@code docs/json.md}. */
public final class EntryJson {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private EntryJson() {}

  /** What a recording says about itself. */
  public static ObjectNode of(Recording recording) {
    Header header = recording.header();
    ObjectNode json =
        MAKE.objectNode()
            .put("started", header.started().toString())
            .put("program", header.program())
            .put("system", header.system())
            .put("java", header.java())
            .put("command", header.command())
            .put("part", header.part())
            .put("entries", recording.size())
            .put("damage", recording.damage().orElse(null));
    ArrayNode keys = json.putArray("keys");
    recording.devices().forEach(device -> keys.add(device(device)));
    return json;
  }

  private static ObjectNode device(Device device) {
    return MAKE.objectNode()
        .put("id", device.id())
        .put("name", device.name())
        .put("transport", word(device.transport()))
        .put("wire", word(device.wire()))
        .put("vendorId", device.vendorId())
        .put("productId", device.productId());
  }

  /** The entry at an index. */
  public static ObjectNode of(Recording recording, int index, Names names) {
    Entry entry = recording.get(index);
    @Nullable Device device = recording.device(entry.connection()).orElse(null);
    ObjectNode json =
        MAKE.objectNode()
            .put("index", index)
            .put("at", recording.header().started().plusNanos(entry.nanos()).toString())
            .put("nanos", entry.nanos())
            .put(
                "connection", entry.connection() == Entry.NO_CONNECTION ? null : entry.connection())
            .put("key", device == null ? null : device.id())
            .put("kind", kind(entry))
            .put("title", Words.title(entry))
            .put("outcome", Words.outcome(entry))
            .put("failed", entry.failed())
            .put(
                "detail",
                Words.detail(entry, device == null ? Wire.REPORTS : device.wire(), names));
    if (entry instanceof Entry.Message message) {
      add(message, json);
    }
    return json;
  }

  private static String kind(Entry entry) {
    return switch (entry) {
      case Entry.Connected _ -> "connected";
      case Entry.Disconnected _ -> "disconnected";
      case Entry.Message _ -> "message";
      case Entry.Trouble _ -> "trouble";
      case Entry.Person _ -> "person";
      case Entry.Party _ -> "relying-party";
      case Entry.Note _ -> "note";
    };
  }

  private static void add(Entry.Message message, ObjectNode json) {
    MessageFacts facts = message.facts();
    json.put("message", word(facts.kind()))
        .put("toKey", facts.toKey())
        .put("complete", facts.complete())
        .put("channel", "%08x".formatted(facts.channel()));
    json.put("command", present(facts.command()));
    json.put("subcommand", present(facts.subcommand()));
    json.put("status", present(facts.status()));
    json.put("elapsedNanos", facts.elapsed() == MessageFacts.NONE ? null : facts.elapsed());
    json.put("size", facts.size());
    ArrayNode masked = json.putArray("masked");
    for (Mask mask : message.masks()) {
      masked
          .addObject()
          .put("start", mask.start())
          .put("length", mask.length())
          .put("name", mask.name());
    }
    ArrayNode packets = json.putArray("packets");
    for (Packet packet : message.packets()) {
      packets
          .addObject()
          .put("nanos", packet.nanos())
          .put("toKey", packet.toKey())
          .put("bytes", HexFormat.of().formatHex(packet.bytes()));
    }
  }

  private static @Nullable Integer present(int value) {
    return value == MessageFacts.NONE ? null : value;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
