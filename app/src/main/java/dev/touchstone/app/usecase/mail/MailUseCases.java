package dev.touchstone.app.usecase.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import dev.touchstone.rp.mail.Sender;
import dev.touchstone.rp.mail.delivery.Delivery;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.mail.smtp.MailCheck;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the mail server, tries it, and looks after what waits to be sent. */
public final class MailUseCases {

  private final MailDesk desk;

  public MailUseCases(RelyingParty relyingParty) {
    this.desk = relyingParty.mail();
  }

  /** What mail says. */
  public MailTemplates templates() {
    return new MailTemplates(desk.templates());
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * How it stands.
   *
   * @param server empty where mail goes into the outbox folder
   * @param passwordKept whether one is kept for it
   * @param ownAuthority whether certificates of an authority of one's own count
   * @param destination where mail goes
   * @param counts how many mails are in each state
   */
  public record Overview(
      Optional<SmtpServer> server,
      boolean passwordKept,
      boolean ownAuthority,
      String destination,
      Map<MailState, Long> counts) {}

  /**
   * Looks.
   *
   * @throws Failure if the database cannot be read
   */
  public Overview overview() throws Failure {
    return told(() ->
        new Overview(
            desk.setup().server(),
            desk.setup().hasPassword(),
            desk.setup().trust().isPresent(),
            desk.mailer().destination(),
            desk.count()));
  }

  /**
   * What somebody wants of the settings; empty leaves as it is.
   *
   * @param host the server's name
   * @param port 1 to 65535
   * @param security starttls, tls or none
   * @param user empty text for a server without a login
   * @param sender {@code Name <address>}
   */
  public record Wish(
      Optional<String> host,
      Optional<Integer> port,
      Optional<String> security,
      Optional<String> user,
      Optional<String> sender) {}

  /**
   * The settings as they would be; changes nothing.
   *
   * @throws Failure if something is missing or cannot be right
   */
  public SmtpServer preview(Wish wish) throws Failure {
    Optional<SmtpServer> before = overview().server();
    Security security =
        wish.security().isPresent()
            ? Security.of(wish.security().get())
                .orElseThrow(() -> usage("The security is starttls, tls or none."))
            : before.map(SmtpServer::security).orElse(Security.STARTTLS);
    int usualPort =
        wish.security().isPresent()
            ? security.usualPort()
            : before.map(SmtpServer::port).orElse(security.usualPort());
    try {
      return new SmtpServer(
          wish.host()
              .or(() -> before.map(SmtpServer::host))
              .orElseThrow(() -> usage("Which server? Name it with --host.")),
          wish.port().orElse(usualPort),
          security,
          wish.user().or(() -> before.map(SmtpServer::user)).orElse(""),
          wish.sender().isPresent()
              ? Sender.parse(wish.sender().get())
              : before
                  .map(SmtpServer::sender)
                  .orElseThrow(
                      () -> usage("Whom is mail from? Say it with --sender 'Name <address>'.")),
          SmtpServer.PATIENCE);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether the password that is kept would be forgotten by that choice.
   *
   * @throws Failure if the database cannot be read
   */
  public boolean wouldForget(SmtpServer server) throws Failure {
    return told(() -> desk.setup().wouldForget(server));
  }

  /**
   * From now on mail goes there. A password of another server or user is forgotten, so keep the new
   * one afterwards.
   *
   * @return whether a password was forgotten
   * @throws Failure if the database cannot be written
   */
  public boolean choose(SmtpServer server) throws Failure {
    return told(() -> desk.setup().choose(server, Caller.CONSOLE));
  }

  /**
   * Keeps the password, encrypted.
   *
   * @param password the caller wipes it
   * @throws Failure if it cannot be kept
   */
  public void choosePassword(char[] password) throws Failure {
    told(() -> {
      desk.setup().choosePassword(password, Caller.CONSOLE);
      return true;
    });
  }

  /**
   * From now on mail servers need a certificate of this authority.
   *
   * @param pem its certificates; empty for those of this Java again
   * @throws Failure if there are none in it
   */
  public void believe(Optional<String> pem) throws Failure {
    told(() -> {
      desk.setup().believe(pem, Caller.CONSOLE);
      return true;
    });
  }

  /**
   * From now on mail goes into the outbox folder.
   *
   * @throws Failure if the database cannot be written
   */
  public void forgetServer() throws Failure {
    told(() -> desk.setup().forget(Caller.CONSOLE));
  }

  /**
   * Tries the server step by step, and sends nothing.
   *
   * @param recipient who would be written to; empty to end at the sender
   * @throws Failure if no server is chosen, or that is no address
   */
  public List<MailCheck.Finding> check(Optional<String> recipient) throws Failure {
    return check(recipient, _ -> {});
  }

  /**
   * The same.
   *
   * @param watcher told of each step that passed, as soon as it is known
   */
  public List<MailCheck.Finding> check(
      Optional<String> recipient, Consumer<MailCheck.Finding> watcher) throws Failure {
    Optional<EmailAddress> to;
    try {
      to = recipient.map(EmailAddress::parse);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    return told(() -> desk.check(to, watcher));
  }

  /**
   * What lies in the outbox folder, newest first.
   *
   * @throws Failure if the folder cannot be read
   */
  public List<OutboxMail> outbox(int limit) throws Failure {
    try {
      return desk.outbox().list(limit);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * One of them.
   *
   * @param name or {@code latest}
   * @throws Failure if there is none of that name
   */
  public OutboxMail outboxMail(String name) throws Failure {
    try {
      return desk.outbox()
          .find(name)
          .orElseThrow(() ->
              usage(
                  "There is no mail '%s' in the outbox; 'mail outbox' lists them."
                      .formatted(name)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Where that folder is, which need not be there yet. */
  public Path outboxFolder() {
    return desk.outboxFolder();
  }

  /**
   * The queue, newest first.
   *
   * @throws Failure if the database cannot be read
   */
  public List<QueuedMail> queue(Optional<MailState> state, int limit) throws Failure {
    return told(() -> desk.queue(state, limit));
  }

  /**
   * One of it.
   *
   * @throws Failure if there is none of that id
   */
  public QueuedMail mail(String id) throws Failure {
    return told(() -> desk.mail(id));
  }

  /**
   * Tries a mail again, at once.
   *
   * @return how it is now
   * @throws Failure if there is none of that id, or what it said is forgotten
   */
  public QueuedMail retry(String id) throws Failure {
    return told(() -> {
      desk.retry(id, Caller.CONSOLE);
      Delivery.Result _ = desk.deliver();
      return desk.mail(id);
    });
  }

  /**
   * Forgets a mail.
   *
   * @throws Failure if there is none of that id
   */
  public void drop(String id) throws Failure {
    told(() -> {
      desk.drop(id, Caller.CONSOLE);
      return true;
    });
  }

  private static Failure usage(String sentence) {
    return new Failure(new Advice(Advice.Kind.USAGE, sentence, "Nothing was changed.", "", ""));
  }

  private static Failure unreadable(IOException cause) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The outbox folder cannot be read.",
            "",
            "Check that it is a folder and that you may read it.",
            ""),
        cause);
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RequestInvalid e) {
      throw usage(String.valueOf(e.getMessage()));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
