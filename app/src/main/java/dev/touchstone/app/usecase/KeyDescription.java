package dev.touchstone.app.usecase;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;

/**
 * What a key tells about itself, in words.
 *
 * @param key the key
 * @param summary one sentence, such as "FIDO2 key with a PIN, 23 of 25 credential slots free"
 * @param pin whether the key has a PIN, or could have
 * @param sections by what they are about
 * @param info the same as the key told it
 */
public record KeyDescription(
    KeyDevice key,
    String summary,
    KeyOptions.Feature pin,
    List<Section> sections,
    GetInfo.Reply info) {

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
   * @param raw the member as it came, such as {@code 0x05: 1200}; empty where the key did not tell
   *     it, or it is no member of authenticatorGetInfo
   */
  public record Fact(String name, String value, String meaning, String raw) {

    /** Something that is no member of authenticatorGetInfo. */
    public Fact(String name, String value, String meaning) {
      this(name, value, meaning, "");
    }
  }
}
