package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint.Deletion;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint.Enrolment;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The documents of {@code fingerprints … --json}, written out as in {@link Documents}. */
final class FingerprintDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private FingerprintDocuments() {}

  static ObjectNode list(KeyDevice key, List<Fingerprint> fingerprints) {
    ObjectNode document = of(key);
    var list = document.putArray("fingerprints");
    fingerprints.forEach(it -> list.add(fingerprint(it)));
    return document;
  }

  static ObjectNode sensor(KeyDevice key, FingerprintSensor sensor) {
    ObjectNode document = of(key);
    document.set("sensor", sensor(sensor));
    return document;
  }

  static ObjectNode enrolled(
      KeyDevice key,
      boolean done,
      Enrolment enrolment,
      Optional<Fingerprint> fingerprint,
      int samples) {
    ObjectNode document = of(key).put("done", done);
    document.set("fingerprint", fingerprint.map(FingerprintDocuments::fingerprint).orElse(null));
    document.set("sensor", sensor(enrolment.sensor()));
    return document.put("first", enrolment.first()).put("samples", samples);
  }

  static ObjectNode renamed(KeyDevice key, boolean done, Fingerprint before, String name) {
    ObjectNode document = of(key).put("done", done);
    document.set("fingerprint", fingerprint(before));
    return document.put("name", name);
  }

  static ObjectNode deleted(KeyDevice key, boolean done, Deletion deletion) {
    ObjectNode document = of(key).put("done", done);
    document.set("fingerprint", fingerprint(deletion.fingerprint()));
    return document.put("last", deletion.last()).put("pin", deletion.pin());
  }

  private static ObjectNode of(KeyDevice key) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(key));
    return document;
  }

  private static ObjectNode fingerprint(Fingerprint it) {
    return MAKE.objectNode().put("id", it.id()).put("name", it.name().orElse(null));
  }

  private static ObjectNode sensor(FingerprintSensor sensor) {
    ObjectNode json = MAKE.objectNode().put("kind", sensor.kind().name().toLowerCase(Locale.ROOT));
    json.set("samples", number(sensor.samples()));
    json.set("mostNameBytes", number(sensor.mostNameBytes()));
    return json;
  }

  private static JsonNode number(OptionalInt value) {
    return value.isPresent() ? MAKE.numberNode(value.getAsInt()) : MAKE.nullNode();
  }
}
