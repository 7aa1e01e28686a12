package dev.touchstone.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.RemoveLabKey;
import dev.touchstone.app.usecase.ShowLabKey;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultParameter;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.fault.Trip;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabMemory;
import dev.touchstone.fixture.lab.LabModel;
import dev.touchstone.fixture.lab.LabPower;
import dev.touchstone.fixture.lab.TouchWish;
import dev.touchstone.fixture.lab.WireWish;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The documents of {@code lab … --json}, written out as in {@link Documents}. */
final class LabDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LabDocuments() {}

  /** In one line, for JSON Lines. */
  static String line(ObjectNode document) {
    return document.toString();
  }

  static ObjectNode models(List<LabModel> models) {
    return list(
        "models",
        models,
        model ->
            MAKE.objectNode()
                .put("id", model.id())
                .put("name", model.name())
                .put("description", model.description()));
  }

  static ObjectNode keys(List<LabKey> keys, LabPower power) {
    return list("keys", keys, LabDocuments::key).put("running", power != LabPower.NOBODY);
  }

  static ObjectNode one(LabKey key) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", key(key));
    return document;
  }

  static ObjectNode shown(ShowLabKey.Result result) {
    ObjectNode document = one(result.key());
    document.set("memory", result.memory().map(LabDocuments::memory).orElse(null));
    document.set("log", array(result.log(), LabDocuments::event));
    return document;
  }

  static ObjectNode touched(String key, boolean waited) {
    return MAKE.objectNode().put("key", key).put("waited", waited);
  }

  static ObjectNode removed(boolean done, RemoveLabKey.Preview preview) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("key", key(preview.key()));
    document.set("memory", preview.memory().map(LabDocuments::memory).orElse(null));
    return document;
  }

  static ObjectNode started(List<LabKey> keys) {
    ObjectNode document = MAKE.objectNode().put("event", "started");
    document.set("keys", array(keys, LabDocuments::key));
    return document;
  }

  static ObjectNode served(String key, WireWish wish, String where) {
    return MAKE.objectNode().put("key", key).put("wire", wish.wire()).put("where", where);
  }

  static ObjectNode exported(String name, String content, Optional<Path> file) {
    return MAKE.objectNode().put(name, content).put("file", file.map(Path::toString).orElse(null));
  }

  static ObjectNode faults(String key, FaultScript script) {
    ObjectNode document = MAKE.objectNode().put("key", key);
    document.set("script", parsed(script.toJson()));
    return document;
  }

  static ObjectNode faultKinds(List<FaultKind> kinds) {
    return list("faults", kinds, LabDocuments::kind);
  }

  /** An event, as a line of {@code lab start} and in the log of {@code lab show}. */
  static ObjectNode event(LabEvent event) {
    ObjectNode json =
        MAKE.objectNode()
            .put("event", name(event))
            .put("number", event.number())
            .put("at", JsonTime.of(event.at()))
            .put("key", event.key());
    switch (event) {
      case LabEvent.CommandBegan it ->
          json.put("command", it.command()).put("rpId", it.rpId().orElse(null));
      case LabEvent.CommandEnded it ->
          json.put("command", it.command())
              .put("status", it.status())
              .put("succeeded", it.succeeded())
              .put("tookMicros", it.took().toNanos() / 1000);
      case LabEvent.TouchWanted it -> json.setAll(wish(it.wish()));
      case LabEvent.TouchEnded it -> json.put("outcome", word(it.outcome()));
      case LabEvent.FaultCommitted it -> json.put("fault", it.fault());
      case LabEvent.WireOpened it -> json.put("wire", it.wire()).put("where", it.where());
      case LabEvent.WireClosed it -> json.put("wire", it.wire()).put("where", it.where());
      case LabEvent.Made _,
          LabEvent.Removed _,
          LabEvent.Changed _,
          LabEvent.Plugged _,
          LabEvent.Unplugged _,
          LabEvent.Winked _ -> {}
    }
    return json;
  }

  private static String name(LabEvent event) {
    return switch (event) {
      case LabEvent.Made _ -> "made";
      case LabEvent.Removed _ -> "removed";
      case LabEvent.Changed _ -> "changed";
      case LabEvent.Plugged _ -> "plugged";
      case LabEvent.Unplugged _ -> "unplugged";
      case LabEvent.Winked _ -> "winked";
      case LabEvent.CommandBegan _ -> "command-began";
      case LabEvent.CommandEnded _ -> "command-ended";
      case LabEvent.TouchWanted _ -> "touch-wanted";
      case LabEvent.TouchEnded _ -> "touch-ended";
      case LabEvent.FaultCommitted _ -> "fault-committed";
      case LabEvent.WireOpened _ -> "wire-opened";
      case LabEvent.WireClosed _ -> "wire-closed";
    };
  }

  private static ObjectNode key(LabKey key) {
    ObjectNode json =
        MAKE.objectNode()
            .put("name", key.name())
            .put("model", key.model())
            .put("modelName", key.modelName())
            .put("pluggedIn", key.pluggedIn())
            .put("touchedBy", LabWords.word(key.touchedBy()));
    json.set("faults", array(key.faults(), MAKE::textNode));
    json.set("waiting", key.waiting().map(LabDocuments::wish).orElse(null));
    return json.put("first", key.first())
        .put("path", key.place())
        .put("damage", key.damage().orElse(null));
  }

  private static ObjectNode wish(TouchWish wish) {
    return MAKE.objectNode()
        .put("purpose", word(wish.purpose()))
        .put("rpId", wish.rpId().orElse(null));
  }

  private static ObjectNode memory(LabMemory memory) {
    ObjectNode json =
        MAKE.objectNode().put("pinSet", memory.pinSet()).put("pinTriesLeft", memory.pinTriesLeft());
    json.set("fingerprints", array(memory.fingerprints(), MAKE::textNode));
    json.put("uvTriesLeft", memory.uvTriesLeft())
        .put("counter", memory.counter())
        .put("largeBlobBytes", memory.largeBlobBytes())
        .put("discoverableCapacity", memory.discoverableCapacity());
    json.set(
        "credentials",
        array(
            memory.credentials(),
            it ->
                MAKE.objectNode()
                    .put("id", it.id())
                    .put("rpId", it.rpId())
                    .put("userName", it.userName())
                    .put("userDisplayName", it.userDisplayName())
                    .put("algorithm", it.algorithm())
                    .put(
                        "protection", it.protection().toLowerCase(Locale.ROOT).replace('_', '-'))));
    return json;
  }

  private static ObjectNode kind(FaultKind kind) {
    ObjectNode json =
        MAKE.objectNode()
            .put("name", kind.name())
            .put("family", word(kind.family()))
            .put("title", kind.title())
            .put("sentence", kind.sentence())
            .put("noticedBy", word(kind.noticedBy()));
    json.set("parameters", array(kind.parameters(), LabDocuments::parameter));
    json.set("trips", array(kind.trips(), LabDocuments::trip));
    return json;
  }

  private static ObjectNode parameter(FaultParameter parameter) {
    return MAKE.objectNode()
        .put("name", parameter.name())
        .put("meaning", parameter.meaning())
        .put("default", parameter.standard());
  }

  private static ObjectNode trip(Trip trip) {
    return MAKE.objectNode()
        .put("document", trip.document().title())
        .put("clause", trip.clause())
        .put("sentence", trip.sentence());
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fault script is JSON", e);
    }
  }

  private static <T> ObjectNode list(
      String name, List<T> items, Function<T, ? extends JsonNode> toJson) {
    ObjectNode document = MAKE.objectNode();
    document.set(name, array(items, toJson));
    return document;
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> toJson) {
    ArrayNode array = MAKE.arrayNode();
    items.forEach(item -> array.add(toJson.apply(item)));
    return array;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
