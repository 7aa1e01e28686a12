package dev.touchstone.rp.mail;

import dev.touchstone.rp.account.EmailAddress;

/**
 * What somebody is told by mail.
 *
 * @param id of the mail in the queue
 * @param to who
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same as a page
 */
public record Letter(String id, EmailAddress to, String subject, String text, String html) {

  public Letter {
    subject = HeaderText.of("subject", subject);
  }

  /** Tells nothing of what it says. */
  @Override
  public String toString() {
    return "Letter " + id;
  }
}
