package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailStep;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A recipient whose address has letters beyond ASCII. Without SMTPUTF8 the library would send the
 * low byte of each, which is the address of somebody else.
 */
final class WideRecipient {

  private static final int ASCII_END = 128;

  private WideRecipient() {}

  /**
   * Lets an address pass that the server hears as it is written.
   *
   * @param transport is connected
   * @throws MailFailed for good, if it would hear another one
   */
  static void check(EmailAddress to, SMTPTransport transport, SmtpServer server) throws MailFailed {
    if (!isAscii(to) && !transport.supportsExtension("SMTPUTF8")) {
      throw new MailFailed(
          MailStep.RECIPIENT,
          true,
          "The address has letters beyond ASCII, and the server %s does not offer SMTPUTF8; it would be told another address."
              .formatted(server.place()),
          null);
    }
  }

  static boolean isAscii(EmailAddress address) {
    return address.value().chars().allMatch(it -> it < ASCII_END);
  }
}
