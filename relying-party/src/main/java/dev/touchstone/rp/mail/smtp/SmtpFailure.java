package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailStep;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** What went wrong at which step, from what the library throws. */
final class SmtpFailure {

  private static final int LONGEST_REPLY = 200;

  private SmtpFailure() {}

  /**
   * Reads a failure.
   *
   * @param connected whether the connection stood already
   */
  static MailFailed of(MessagingException failure, SmtpServer server, boolean connected) {
    String place = server.place();
    for (Throwable cause : causes(failure)) {
      switch (cause) {
        case UnknownHostException _ -> {
          return failed(
              MailStep.NAME,
              "There is no server of the name %s.".formatted(server.host()),
              failure);
        }
        case AuthenticationFailedException it -> {
          return failed(
              MailStep.LOGIN,
              "The server %s refused the login of '%s'%s"
                  .formatted(place, server.user(), said(it.getMessage())),
              failure);
        }
        case SSLException it -> {
          return failed(
              MailStep.TLS,
              "No encrypted connection to %s came about: %s."
                  .formatted(place, plain(it.getMessage())),
              failure);
        }
        case SMTPAddressFailedException it -> {
          return answered(MailStep.RECIPIENT, "the recipient", it.getReturnCode(), it, server);
        }
        case SMTPSenderFailedException it -> {
          return answered(MailStep.SENDER, "the sender", it.getReturnCode(), it, server);
        }
        case SMTPSendFailedException it when it.getReturnCode() > 0 -> {
          return answered(step(it), "the mail", it.getReturnCode(), it, server);
        }
        case MailConnectException _ -> {
          return failed(MailStep.CONNECTION, "Nothing answers at %s.".formatted(place), failure);
        }
        case SocketTimeoutException _ -> {
          return failed(
              connected ? MailStep.MESSAGE : MailStep.CONNECTION,
              "The server %s did not answer in %d seconds."
                  .formatted(place, server.patience().toSeconds()),
              failure);
        }
        default -> {
          // the one that says more may be below
        }
      }
    }
    return other(failure, server, connected);
  }

  private static MailFailed other(
      MessagingException failure, SmtpServer server, boolean connected) {
    String said = plain(failure.getMessage());
    if (said.toLowerCase(Locale.ROOT).contains("starttls")) {
      return failed(
          MailStep.TLS,
          "The server %s offers no encryption (STARTTLS)%s".formatted(server.place(), said(said)),
          failure);
    }
    return failed(
        connected ? MailStep.MESSAGE : MailStep.CONNECTION,
        "The server %s ended the conversation%s".formatted(server.place(), said(said)),
        failure);
  }

  /** RFC 5321 §4.2.1: 5yz is for good, 4yz is not. */
  static MailFailed answered(
      MailStep step, String what, int code, MessagingException failure, SmtpServer server) {
    boolean ofThisMail = step == MailStep.RECIPIENT || step == MailStep.MESSAGE;
    return new MailFailed(
        step,
        ofThisMail && code >= 500,
        "The server %s refused %s%s".formatted(server.place(), what, said(failure.getMessage())),
        failure);
  }

  private static MailStep step(SMTPSendFailedException failure) {
    String command = String.valueOf(failure.getCommand()).toUpperCase(Locale.ROOT);
    if (command.startsWith("MAIL")) {
      return MailStep.SENDER;
    }
    return command.startsWith("RCPT") ? MailStep.RECIPIENT : MailStep.MESSAGE;
  }

  private static MailFailed failed(MailStep step, String sentence, Throwable cause) {
    return new MailFailed(step, false, sentence, cause);
  }

  /** The server's own words, in one line. */
  private static String said(@Nullable String reply) {
    String words = plain(reply);
    return words.isEmpty() ? "." : ": " + words + ".";
  }

  private static String plain(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("[^\\x20-\\x7e]+", " ").strip().replaceAll("[.;: ]+$", "");
    return line.substring(0, Math.min(line.length(), LONGEST_REPLY));
  }

  private static java.util.List<Throwable> causes(MessagingException failure) {
    java.util.List<Throwable> all = new java.util.ArrayList<>();
    java.util.Deque<Throwable> open = new java.util.ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty() && all.size() < 20) {
      Throwable next = open.poll();
      if (all.contains(next)) {
        continue;
      }
      all.add(next);
      // the most exact one is the innermost
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      if (next instanceof MessagingException it && it.getNextException() != null) {
        open.add(it.getNextException());
      }
    }
    java.util.Collections.reverse(all);
    return all;
  }
}
