package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SettingPreview;
import java.util.ArrayList;
import java.util.List;

/** Settings of a key as sentences. */
final class SettingText {

  private SettingText() {}

  /**
   * One setting with the command that changes it.
   *
   * @param id as the terminal calls it
   * @param change what that command would do
   */
  record Row(String id, String command, SettingPreview change) {}

  /** All settings, in the order in which they are shown. */
  static List<Row> rows(KeySettings settings) {
    String turned = settings.info().options().alwaysUserVerification() ? "off" : "on";
    return List.of(
        new Row("always-uv", "config always-uv " + turned, settings.alwaysUv()),
        new Row("min-pin-length", "config min-pin-length N", settings.minimumPinLength()),
        new Row("force-pin-change", "config force-pin-change", settings.forcedChangeOfPin()),
        new Row("pin-complexity", "config pin-complexity", settings.pinComplexity()),
        new Row(
            "enterprise-attestation",
            "config enterprise-attestation",
            settings.enterpriseAttestation()),
        new Row("long-touch-reset", "config long-touch-reset", settings.longTouchForReset()));
  }

  /** What a change would do, one paragraph each. */
  static List<String> preview(String key, SettingPreview.Change change) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "%s of %s: %s now, %s then.".formatted(change.name(), key, change.now(), change.then()));
    paragraphs.addAll(change.consequences());
    paragraphs.add(change.undo().sentence());
    return paragraphs;
  }
}
