package dev.touchstone.key.manage.setting;

import java.util.List;

/** What a change of a setting would do. */
public sealed interface SettingPreview {

  /** How it is called before a person, such as {@code Minimum PIN length}. */
  String name();

  /** How the change can be taken back. */
  enum Undo {
    /** By the same command. */
    SWITCH_BACK("It can be switched back at any time."),
    /** It ends when the PIN is changed. */
    CHANGE_THE_PIN("It ends when the PIN is changed."),
    /** Not at all, but by deleting everything. */
    RESET_ONLY("It cannot be undone but by a reset, which deletes every credential on the key.");

    private final String sentence;

    Undo(String sentence) {
      this.sentence = sentence;
    }

    /** One sentence for a person. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * It can be done.
   *
   * @param now how it is, in a word or a phrase
   * @param then how it will be
   * @param consequences what follows from it, one sentence each
   */
  record Change(String name, String now, String then, Undo undo, List<String> consequences)
      implements SettingPreview {
    public Change {
      consequences = List.copyOf(consequences);
    }
  }

  /**
   * There is nothing to do.
   *
   * @param now how it is
   */
  record AlreadySo(String name, String now) implements SettingPreview {}

  /**
   * This key cannot do it, or not now.
   *
   * @param now how it is; empty where the key does not know the setting
   * @param why one sentence
   * @param next what can be done instead, one sentence; may be empty
   */
  record Impossible(String name, String now, String why, String next) implements SettingPreview {}
}
