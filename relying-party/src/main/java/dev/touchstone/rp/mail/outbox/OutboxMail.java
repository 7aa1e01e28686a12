package dev.touchstone.rp.mail.outbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter in the outbox folder.
 *
 * @param name of the file, without its ending
 * @param file where it is
 * @param to the recipient
 * @param subject as it reads
 * @param sent when it was laid there; empty if the file does not say
 * @param text without HTML
 * @param html the other alternative; empty if there is none
 */
public record OutboxMail(
    String name,
    Path file,
    String to,
    String subject,
    Optional<Instant> sent,
    String text,
    String html) {

  static OutboxMail of(String name, Path file, MimeMessage message)
      throws MessagingException, IOException {
    String text = "";
    String html = "";
    Object content = message.getContent();
    if (content instanceof Multipart both) {
      for (int i = 0; i < both.getCount(); i++) {
        BodyPart part = both.getBodyPart(i);
        if (part.isMimeType("text/html")) {
          html = String.valueOf(part.getContent());
        } else {
          text = String.valueOf(part.getContent());
        }
      }
    } else {
      text = String.valueOf(content);
    }
    String to = message.getHeader("To", ", ");
    String subject = message.getSubject();
    return new OutboxMail(
        name,
        file,
        to == null ? "" : MimeUtility.decodeText(to),
        subject == null ? "" : subject,
        Optional.ofNullable(message.getSentDate()).map(java.util.Date::toInstant),
        text,
        html);
  }
}
