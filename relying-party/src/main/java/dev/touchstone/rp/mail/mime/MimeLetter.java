package dev.touchstone.rp.mail.mime;

import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.Sender;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * A letter as a message of two alternatives (RFC 2046 §5.1.4). Its Message-ID comes from the queue:
 * a mail that is sent twice, because a server died before it could answer, can be told to be one.
 */
public final class MimeLetter extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  /**
   * The message.
   *
   * @throws IllegalArgumentException if it cannot be written
   */
  public MimeLetter(Session session, Sender sender, Letter letter, Instant now) {
    super(session);
    String domain = sender.address().value();
    this.messageId =
        "<%s@%s>".formatted(letter.id(), domain.substring(domain.lastIndexOf('@') + 1));
    try {
      setFrom(address(sender));
      setRecipient(RecipientType.TO, new InternetAddress(letter.to().value(), false));
      setSubject(letter.subject(), UTF_8);
      setSentDate(Date.from(now));
      // RFC 3834 §5: no machine shall answer
      setHeader("Auto-Submitted", "auto-generated");
      MimeMultipart both = new MimeMultipart("alternative");
      both.addBodyPart(part(letter.text(), "plain"));
      both.addBodyPart(part(letter.html(), "html"));
      setContent(both);
      saveChanges();
    } catch (MessagingException e) {
      throw new IllegalArgumentException("The letter cannot be written as a message.", e);
    }
  }

  private static InternetAddress address(Sender sender) throws MessagingException {
    try {
      String name = sender.name();
      return name.isEmpty()
          ? new InternetAddress(sender.address().value(), false)
          : new InternetAddress(sender.address().value(), name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
