package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.trace.ListRecordings.Listed;
import dev.touchstone.app.usecase.trace.ReplayRecording;
import dev.touchstone.app.usecase.trace.SearchRecordings.Found;
import dev.touchstone.key.trace.compare.Comparison;
import dev.touchstone.key.trace.compare.Difference;
import dev.touchstone.key.trace.compare.Exchange;
import dev.touchstone.key.trace.export.EntryJson;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.trace.replay.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The documents of {@code --json} for recordings. Described in {@code docs/json.md}. */
final class TraceDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TraceDocuments() {}

  static ObjectNode list(List<Listed> all) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode recordings = document.putArray("recordings");
    for (Listed it : all) {
      ObjectNode json = kept(it.kept());
      json.set("recording", it.recording().map(EntryJson::of).orElse(null));
      recordings.add(json);
    }
    return document;
  }

  static ObjectNode page(Recording recording, int total, int from, int[] entries) {
    ObjectNode document = MAKE.objectNode();
    document.set("recording", EntryJson.of(recording));
    document.put("total", total).put("from", from);
    document.set("entries", entries(recording, entries));
    return document;
  }

  static ObjectNode found(List<Found> found) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode recordings = document.putArray("recordings");
    for (Found it : found) {
      ObjectNode json = recordings.addObject().put("id", it.id());
      json.set("entries", entries(it.recording(), it.entries()));
    }
    return document;
  }

  static ObjectNode exported(Path file, Format format, int entries) {
    return MAKE.objectNode()
        .put("file", file.toString())
        .put("format", format.name().toLowerCase(Locale.ROOT))
        .put("entries", entries);
  }

  static ObjectNode deleted(boolean done, List<Kept> gone) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    ArrayNode recordings = document.putArray("recordings");
    gone.forEach(it -> recordings.add(kept(it)));
    return document;
  }

  static ObjectNode compared(Comparison comparison) {
    ObjectNode document = MAKE.objectNode().put("same", comparison.same());
    ArrayNode pairs = document.putArray("commands");
    for (Comparison.Pair pair : comparison.pairs()) {
      ObjectNode json = pairs.addObject().put("same", pair.same());
      json.set("left", pair.left().map(TraceDocuments::exchange).orElse(null));
      json.set("right", pair.right().map(TraceDocuments::exchange).orElse(null));
      json.set("differences", differences(pair.differences()));
    }
    return document;
  }

  private static ObjectNode exchange(Exchange exchange) {
    return MAKE.objectNode()
        .put("title", exchange.title())
        .put("command", exchange.command())
        .put("reply", exchange.reply() < 0 ? null : exchange.reply())
        .put("outcome", exchange.outcome())
        .put("elapsedNanos", exchange.elapsed() < 0 ? null : exchange.elapsed());
  }

  private static ArrayNode differences(List<Difference> differences) {
    ArrayNode array = MAKE.arrayNode();
    for (Difference it : differences) {
      array
          .addObject()
          .put("where", it.where())
          .put("left", it.left().isEmpty() ? null : it.left())
          .put("right", it.right().isEmpty() ? null : it.right());
    }
    return array;
  }

  static ObjectNode toReplay(ReplayRecording.Preview preview) {
    ObjectNode document = MAKE.objectNode().put("done", false).put("key", preview.key().id());
    ArrayNode steps = document.putArray("commands");
    preview.replay().steps().forEach(step -> steps.add(step(step)));
    return document;
  }

  static ObjectNode replayed(ReplayRecording.Result result) {
    ObjectNode document = MAKE.objectNode().put("done", true).put("key", result.key().id());
    ArrayNode steps = document.putArray("commands");
    for (Replay.Outcome outcome : result.outcomes()) {
      ObjectNode json =
          step(outcome.step())
              .put("recorded", outcome.then())
              .put("outcome", outcome.step().isSent() ? outcome.now() : null)
              .put("same", outcome.same());
      json.set("differences", differences(outcome.differences()));
      steps.add(json);
    }
    return document;
  }

  private static ObjectNode step(Step step) {
    return MAKE.objectNode()
        .put("index", step.index())
        .put("title", step.title())
        .put("sent", step.isSent())
        .put("obstacle", step.isSent() ? null : step.obstacle())
        .put("changes", step.changes());
  }

  private static ObjectNode kept(Kept kept) {
    return MAKE.objectNode()
        .put("id", kept.id())
        .put("file", kept.file().toString())
        .put("bytes", kept.bytes());
  }

  private static ArrayNode entries(Recording recording, int[] indexes) {
    ArrayNode entries = MAKE.arrayNode();
    for (int index : indexes) {
      entries.add(EntryJson.of(recording, index, Names.SHOWN));
    }
    return entries;
  }
}
