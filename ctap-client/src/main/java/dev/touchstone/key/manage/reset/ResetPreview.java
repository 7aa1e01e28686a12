package dev.touchstone.key.manage.reset;

import java.util.List;

/** Whether a key can be reset, and what that would do. */
public sealed interface ResetPreview {

  /**
   * It can.
   *
   * @param lost what will be gone for good
   * @param kept what stays, one sentence each
   * @param longTouch whether a finger has to stay on the key for up to ten seconds
   * @param portrait to know the key again by when it was taken out and put back
   */
  record Possible(List<Loss> lost, List<String> kept, boolean longTouch, KeyPortrait portrait)
      implements ResetPreview {
    public Possible {
      lost = List.copyOf(lost);
      kept = List.copyOf(kept);
    }
  }

  /**
   * Something that a reset takes.
   *
   * @param what such as {@code PIN}
   * @param detail how much of it, as far as the key tells without its PIN
   */
  record Loss(String what, String detail) {}

  /**
   * It cannot.
   *
   * @param why one sentence
   * @param next what to do instead
   */
  record Impossible(String why, String next) implements ResetPreview {}
}
