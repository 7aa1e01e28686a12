package dev.touchstone.rp.mail;

import org.jspecify.annotations.Nullable;

/** A mail was not taken. The message is a sentence for a person and holds no password. */
public final class MailFailed extends Exception {

  private final MailStep step;
  private final boolean permanent;

  /**
   * At this step.
   *
   * @param permanent whether it is of no use to try the same again: the server refused this
   *     recipient or this mail for good (RFC 5321 §4.2.1, 5yz). Everything before concerns the
   *     server or its settings, which somebody will mend.
   */
  public MailFailed(MailStep step, boolean permanent, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.step = step;
    this.permanent = permanent;
  }

  public MailStep step() {
    return step;
  }

  public boolean isPermanent() {
    return permanent;
  }
}
