package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.doctor.Finding;
import dev.touchstone.app.doctor.UdevRule;
import dev.touchstone.app.naming.GivenName;
import dev.touchstone.app.usecase.NameKey;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The documents of {@code --json} about keys, their names, and what is in their way. */
final class KeyDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private KeyDocuments() {}

  static ObjectNode findings(List<Finding> findings) {
    ObjectNode document = MAKE.objectNode();
    document.put(
        "broken", findings.stream().anyMatch(it -> it.verdict() == Finding.Verdict.BROKEN));
    document.set("findings", array(findings, KeyDocuments::finding));
    return document;
  }

  static ObjectNode rule(boolean done, UdevRule rule) {
    return MAKE.objectNode()
        .put("done", done)
        .put("file", rule.file().toString())
        .put("content", rule.content())
        .put("reload", UdevRule.RELOAD);
  }

  private static ObjectNode finding(Finding it) {
    return MAKE.objectNode()
        .put("area", it.area())
        .put("title", it.title())
        .put("verdict", word(it.verdict()))
        .put("found", it.found())
        .put("next", it.next());
  }

  static ObjectNode named(boolean done, NameKey.Preview preview) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", done);
    document.set("key", key(preview.key()));
    document.set("before", preview.before().map(KeyDocuments::label).orElse(null));
    document.set("after", label(preview.after()));
    return document;
  }

  static ObjectNode forgotten(boolean done, GivenName given) {
    return MAKE.objectNode()
        .put("done", done)
        .put("name", given.name())
        .put("colour", word(given.colour()))
        .put("serial", given.number().map(Mark.Serial::number).orElse(null));
  }

  static ObjectNode key(KeyDevice key) {
    ObjectNode json = wire(key).put("serial", key.serial().orElse(null));
    json.set("label", key.label().map(KeyDocuments::label).orElse(null));
    json.set("wires", array(key.wires(), KeyDocuments::wire));
    return json;
  }

  private static ObjectNode wire(KeyDevice wire) {
    return MAKE.objectNode()
        .put("id", wire.id())
        .put("name", wire.name())
        .put("transport", word(wire.transport()))
        .put("path", wire.path())
        .put("vendorId", wire.vendorId())
        .put("productId", wire.productId());
  }

  private static ObjectNode label(KeyLabel label) {
    return MAKE.objectNode()
        .put("name", label.name())
        .put("colour", word(label.colour()))
        .put("certain", label.certain());
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> toJson) {
    ArrayNode array = MAKE.arrayNode();
    items.forEach(item -> array.add(toJson.apply(item)));
    return array;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
