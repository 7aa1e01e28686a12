package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailStep;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Tries a mail server step by step, up to the point at which a mail would be sent, and sends none.
 */
public final class MailCheck {

  private static final int OK = 250;

  private final SmtpServer server;
  private final SmtpPassword password;
  private final Optional<SSLContext> trust;

  /** A check of this server. */
  public MailCheck(SmtpServer server, SmtpPassword password, Optional<SSLContext> trust) {
    this.server = server;
    this.password = password;
    this.trust = trust;
  }

  /**
   * What was found at a step.
   *
   * @param step which one
   * @param passed whether all is well
   * @param sentence what was seen
   */
  public record Finding(MailStep step, boolean passed, String sentence) {}

  /**
   * Goes as far as it gets.
   *
   * @param recipient who would be sent something; without one the check ends at the sender
   * @return the steps in order; only the last one can have failed
   */
  public List<Finding> run(Optional<EmailAddress> recipient) {
    return run(recipient, _ -> {});
  }

  /**
   * The same.
   *
   * @param watcher told of each step that passed, as soon as it is known
   */
  public List<Finding> run(Optional<EmailAddress> recipient, Consumer<Finding> watcher) {
    List<Finding> findings = new ArrayList<>();
    try {
      note(passed(MailStep.NAME, resolve()), findings, watcher);
      converse(recipient, findings, watcher);
    } catch (MailFailed e) {
      // what came before the step that failed went well
      for (MailStep step : MailStep.values()) {
        if (step.compareTo(e.step()) < 0 && findings.stream().noneMatch(it -> it.step() == step)) {
          findings.add(passed(step, step == MailStep.TLS ? tls() : "It answers."));
        }
      }
      findings.removeIf(it -> it.step() == e.step());
      findings.add(new Finding(e.step(), false, String.valueOf(e.getMessage())));
    }
    return List.copyOf(findings);
  }

  private static void note(Finding finding, List<Finding> findings, Consumer<Finding> watcher) {
    findings.add(finding);
    watcher.accept(finding);
  }

  private String resolve() throws MailFailed {
    try {
      List<String> addresses =
          Arrays.stream(InetAddress.getAllByName(server.host()))
              .map(InetAddress::getHostAddress)
              .toList();
      return "%s is %s.".formatted(server.host(), String.join(", ", addresses));
    } catch (UnknownHostException e) {
      throw new MailFailed(
          MailStep.NAME,
          false,
          "There is no server of the name %s; check it, and the name server of this computer."
              .formatted(server.host()),
          e);
    }
  }

  private void converse(
      Optional<EmailAddress> recipient, List<Finding> findings, Consumer<Finding> watcher)
      throws MailFailed {
    boolean login = !server.user().isEmpty();
    boolean connected = false;
    char[] secret = new char[0];
    boolean wide = recipient.filter(it -> !WideRecipient.isAscii(it)).isPresent();
    Session session = SmtpSessions.of(server, trust, login, wide);
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      secret = login ? password.get() : secret;
      if (login && secret.length == 0) {
        throw new MailFailed(
            MailStep.LOGIN,
            false,
            "No password is kept for '%s'; set it with 'mail settings --password'."
                .formatted(server.user()),
            null);
      }
      transport.connect(
          server.host(),
          server.port(),
          login ? server.user() : null,
          login ? new String(secret) : null);
      connected = true;
      note(passed(MailStep.CONNECTION, "%s answers.".formatted(server.place())), findings, watcher);
      note(passed(MailStep.TLS, tls()), findings, watcher);
      String known = login ? "'%s' is known there.".formatted(server.user()) : "None is wanted.";
      note(passed(MailStep.LOGIN, known), findings, watcher);
      String sender = server.sender().address().value();
      note(
          ask(
              transport,
              mailFrom(sender, wide && transport.supportsExtension("SMTPUTF8")),
              MailStep.SENDER,
              sender),
          findings,
          watcher);
      if (recipient.isPresent()) {
        WideRecipient.check(recipient.get(), transport, server);
        String to = recipient.get().value();
        note(
            ask(transport, "RCPT TO:<%s>".formatted(to), MailStep.RECIPIENT, to),
            findings,
            watcher);
      }
      transport.simpleCommand("RSET");
    } catch (MessagingException e) {
      throw SmtpFailure.of(e, server, connected);
    } catch (RelyingPartyException e) {
      throw new MailFailed(MailStep.LOGIN, false, String.valueOf(e.getMessage()), e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private Finding ask(SMTPTransport transport, String command, MailStep step, String address)
      throws MessagingException, MailFailed {
    int code = transport.simpleCommand(command);
    if (code != OK) {
      throw SmtpFailure.answered(
          step,
          step == MailStep.SENDER ? "the sender " + address : "the recipient " + address,
          code,
          new SMTPSendFailedException(
              command,
              code,
              transport.getLastServerResponse(),
              null,
              new jakarta.mail.Address[0],
              new jakarta.mail.Address[0],
              new jakarta.mail.Address[0]),
          server);
    }
    return passed(step, "%s is taken.".formatted(address));
  }

  private static String mailFrom(String sender, boolean wide) {
    return "MAIL FROM:<%s>%s".formatted(sender, wide ? " SMTPUTF8" : "");
  }

  private String tls() {
    return switch (server.security()) {
      case STARTTLS -> "Encrypted by STARTTLS, and the certificate is the server's.";
      case TLS -> "Encrypted from the first byte, and the certificate is the server's.";
      case NONE -> "Not encrypted, as it is set.";
    };
  }

  private static Finding passed(MailStep step, String sentence) {
    return new Finding(step, true, sentence);
  }
}
