package dev.touchstone.rp.mail;

import java.util.Locale;
import java.util.Optional;

/** What became of a mail. */
public enum MailState {
  /** It will be tried, now or later. */
  WAITING,
  /** A server took it, or it is in the outbox folder. */
  SENT,
  /** It was refused for good, or was of no use any more before a server took it. */
  FAILED,
  /** It was never to be sent: nobody has that address, and nobody shall learn that. */
  WITHHELD;

  /** As it is stored, and written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that word. */
  public static Optional<MailState> of(String word) {
    for (MailState state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
