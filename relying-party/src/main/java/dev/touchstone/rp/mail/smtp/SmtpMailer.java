package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailStep;
import dev.touchstone.rp.mail.Mailer;
import dev.touchstone.rp.mail.mime.MimeLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to a mail server. A round uses one connection for all of its letters, and a new one
 * after a failure.
 */
public final class SmtpMailer implements Mailer {

  private final SmtpServer server;
  private final SmtpPassword password;
  private final InstantSource clock;
  private final Session session;
  private final Session wideSession;

  /**
   * Letters by this server.
   *
   * @param trust whose certificates count; empty for those of this Java
   */
  public SmtpMailer(
      SmtpServer server, SmtpPassword password, Optional<SSLContext> trust, InstantSource clock) {
    this.server = server;
    this.password = password;
    this.clock = clock;
    boolean login = !server.user().isEmpty();
    this.session = SmtpSessions.of(server, trust, login, false);
    this.wideSession = SmtpSessions.of(server, trust, login, true);
  }

  @Override
  public Round begin() {
    return new Connection();
  }

  @Override
  public String destination() {
    return server.place();
  }

  private final class Connection implements Round {

    private @Nullable SMTPTransport transport;
    private Session opened = session;

    @Override
    public void send(Letter letter) throws MailFailed {
      boolean connected = false;
      try {
        Session wanted = WideRecipient.isAscii(letter.to()) ? session : wideSession;
        MimeMessage message = new MimeLetter(wanted, server.sender(), letter, clock.instant());
        SMTPTransport open = open(wanted);
        connected = true;
        WideRecipient.check(letter.to(), open, server);
        open.sendMessage(message, message.getAllRecipients());
      } catch (MessagingException e) {
        close();
        throw SmtpFailure.of(e, server, connected);
      }
    }

    private SMTPTransport open(Session wanted) throws MessagingException, MailFailed {
      if (transport != null && opened.equals(wanted) && transport.isConnected()) {
        return transport;
      }
      close();
      opened = wanted;
      SMTPTransport fresh = (SMTPTransport) wanted.getTransport("smtp");
      transport = fresh;
      connect(fresh);
      return fresh;
    }

    private void connect(Transport fresh) throws MessagingException, MailFailed {
      char[] secret = new char[0];
      try {
        secret = server.user().isEmpty() ? secret : password.get();
        fresh.connect(
            server.host(),
            server.port(),
            server.user().isEmpty() ? null : server.user(),
            server.user().isEmpty() ? null : new String(secret));
      } catch (RelyingPartyException e) {
        throw new MailFailed(MailStep.LOGIN, false, String.valueOf(e.getMessage()), e);
      } finally {
        Arrays.fill(secret, '\0');
      }
    }

    @Override
    public void close() {
      Transport old = transport;
      transport = null;
      if (old != null) {
        try {
          old.close();
        } catch (MessagingException e) {
          // it is of no use any more, whatever it says
        }
      }
    }
  }
}
