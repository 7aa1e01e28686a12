package dev.touchstone.app.usecase;

import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;

/**
 * What a key tells about itself, in words.
 *
 * @param key the key
 * @param summary one sentence, such as "FIDO2 key with a PIN, 23 of 25 credential slots free"
 * @param pin whether the key has a PIN, or could have
 * @param sections in the order of {@code authenticatorGetInfo}
 */
public record KeyDescription(
    KeyDevice key, String summary, KeyOptions.Feature pin, List<Section> sections) {

  public KeyDescription {
    sections = List.copyOf(sections);
  }

  /** A heading with its facts. */
  public record Section(String title, List<Fact> facts) {
    public Section {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One thing the key told.
   *
   * @param name the specification's own, such as {@code maxMsgSize}
   * @param value such as {@code 1200}
   * @param meaning one plain sentence or phrase; may be empty
   */
  public record Fact(String name, String value, String meaning) {}
}
