package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.ResetKey;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SettingPreview;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documents of {@code config} and {@code reset}; see {@code docs/json.md}. */
final class SettingDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private SettingDocuments() {}

  static ObjectNode settings(KeyDevice key, KeySettings settings) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(key));
    ArrayNode rows = document.putArray("settings");
    SettingText.rows(settings).forEach(row -> rows.add(setting(row)));
    return document
        .put("minimumPinLength", settings.info().minPinLength())
        .put("maximumPinLength", settings.info().maxPinLength())
        .put("maxRpIds", settings.maxRpIds());
  }

  private static ObjectNode setting(SettingText.Row row) {
    ObjectNode json = MAKE.objectNode().put("id", row.id()).put("name", row.change().name());
    switch (row.change()) {
      case SettingPreview.Change change -> {
        json.put("now", change.now()).put("changeable", true);
        json.put("why", "").put("undo", word(change.undo()));
      }
      case SettingPreview.AlreadySo so ->
          json.put("now", so.now())
              .put("changeable", false)
              .put("why", "already so")
              .putNull("undo");
      case SettingPreview.Impossible not ->
          json.put("now", not.now().isEmpty() ? null : not.now())
              .put("changeable", false)
              .put("why", not.why())
              .putNull("undo");
    }
    return json;
  }

  static ObjectNode change(KeyDevice key, SettingPreview preview, boolean done) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", done);
    document.set("key", KeyDocuments.key(key));
    document.put("setting", preview.name());
    switch (preview) {
      case SettingPreview.Change change -> {
        document.put("before", change.now()).put("after", change.then());
        document.put("undo", word(change.undo()));
        texts(document.putArray("consequences"), change.consequences());
      }
      case SettingPreview.AlreadySo so -> {
        document.put("before", so.now()).put("after", so.now()).putNull("undo");
        document.putArray("consequences");
      }
      case SettingPreview.Impossible _ ->
          throw new IllegalArgumentException("what cannot be done is told as a failure");
    }
    return document;
  }

  static ObjectNode reset(ResetKey.Preview preview, Optional<ResetKey.Result> result) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", result.isPresent());
    document.set("key", KeyDocuments.key(result.map(ResetKey.Result::key).orElseGet(preview::key)));
    ArrayNode lost = document.putArray("lost");
    preview
        .what()
        .lost()
        .forEach(loss ->
            lost.add(MAKE.objectNode().put("what", loss.what()).put("detail", loss.detail())));
    texts(document.putArray("kept"), preview.what().kept());
    document.put("longTouch", preview.what().longTouch()).put("powerUp", word(preview.how()));
    document.put("checked", result.filter(ResetKey.Result::checked).isPresent());
    texts(document.putArray("doubts"), result.map(ResetKey.Result::doubts).orElseGet(List::of));
    return document;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
