package dev.touchstone.rp.mail.delivery;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.Mailer;
import dev.touchstone.rp.mail.QueuedMail;
import dev.touchstone.rp.mail.Sender;
import dev.touchstone.rp.mail.outbox.OutboxFolder;
import dev.touchstone.rp.mail.smtp.MailCheck;
import dev.touchstone.rp.mail.smtp.SmtpMailer;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an operator sees to the mail: its server, its queue, its outbox folder. */
public final class MailDesk {

  /** Long enough to find out why something was not sent. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Store store;
  private final MailSetup setup;
  private final Post post;
  private final Path folder;
  private final String service;
  private final String replica;
  private volatile @Nullable Postman postman;
  private final InstantSource clock;

  /**
   * The mail of this store.
   *
   * @param folder of the outbox
   * @param service what people know it by
   */
  public MailDesk(
      Store store,
      MailSetup setup,
      Post post,
      Path folder,
      String service,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.setup = setup;
    this.post = post;
    this.folder = folder;
    this.service = service;
    this.clock = clock;
    byte[] id = new byte[12];
    random.nextBytes(id);
    this.replica = Bytes.of(id).base64Url();
  }

  public MailSetup setup() {
    return setup;
  }

  /** What mail says. */
  public TemplateDesk templates() {
    return new TemplateDesk(store, service, clock);
  }

  /** The folder into which mail goes where no server is chosen. */
  public OutboxFolder outbox() {
    Sender sender = Sender.parse("<touchstone@localhost.invalid>");
    return new OutboxFolder(folder, new Sender(plain(service), sender.address()), clock);
  }

  /** Where that folder is, which need not be there yet. */
  public Path outboxFolder() {
    return folder;
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
  }

  /** Who carries mail now. */
  public Mailer mailer() throws RelyingPartyException {
    Optional<SmtpServer> server = setup.server();
    return server.isPresent()
        ? new SmtpMailer(server.get(), setup::password, setup.trust(), clock)
        : outbox();
  }

  /**
   * Tries the server that is chosen, and sends nothing.
   *
   * @throws RequestInvalid if none is chosen
   */
  public List<MailCheck.Finding> check(Optional<EmailAddress> recipient)
      throws RelyingPartyException {
    return check(recipient, _ -> {});
  }

  /**
   * The same.
   *
   * @param watcher told of each step that passed, as soon as it is known
   */
  public List<MailCheck.Finding> check(
      Optional<EmailAddress> recipient, Consumer<MailCheck.Finding> watcher)
      throws RelyingPartyException {
    SmtpServer server =
        setup
            .server()
            .orElseThrow(() ->
                new RequestInvalid(
                    "No mail server is chosen, so mail goes into the folder %s; choose one with 'touchstone mail settings --host NAME'."
                        .formatted(folder)));
    return new MailCheck(server, setup::password, setup.trust()).run(recipient, watcher);
  }

  /** The newest mail first. */
  public List<QueuedMail> queue(Optional<MailState> state, int limit) throws RelyingPartyException {
    return store.read(it -> it.mail().newest(state, limit));
  }

  /** How many there are in each state. */
  public Map<MailState, Long> count() throws RelyingPartyException {
    return store.read(it -> it.mail().count());
  }

  /**
   * One of them.
   *
   * @throws RequestInvalid if there is none of that id
   */
  public QueuedMail mail(String id) throws RelyingPartyException {
    return store
        .<Optional<QueuedMail>>read(it -> it.mail().find(id))
        .orElseThrow(() ->
            new RequestInvalid(
                "There is no mail '%s' in the queue; 'touchstone mail queue' lists them."
                    .formatted(id)));
  }

  /**
   * Makes a mail wait from now on.
   *
   * @throws RequestInvalid if there is none of that id, or what it said is forgotten
   */
  public void retry(String id, Caller caller) throws RelyingPartyException {
    QueuedMail mail = mail(id);
    boolean done =
        store.write(records -> {
          boolean waits = records.mail().retry(id, clock.instant());
          if (waits) {
            records.audit().append(about(mail, AuditEvents.MAIL_RETRY, caller));
          }
          return waits;
        });
    if (!done) {
      throw new RequestInvalid(
          "The mail '%s' cannot be sent again: what it said was forgotten when it was %s."
              .formatted(id, mail.state().word()));
    }
  }

  /**
   * Forgets a mail, sent or not.
   *
   * @throws RequestInvalid if there is none of that id
   */
  public void drop(String id, Caller caller) throws RelyingPartyException {
    QueuedMail mail = mail(id);
    store.write(records -> {
      boolean done = records.mail().delete(id);
      records.audit().append(about(mail, AuditEvents.MAIL_DROP, caller));
      return done;
    });
  }

  private AuditEvent about(QueuedMail mail, String event, Caller caller) {
    return AuditEvent.succeeded(clock.instant(), event, caller, "")
        .with("mail", mail.id())
        .with("kind", mail.kind());
  }

  /**
   * Sends what is due, in this thread, and forgets what ended long ago.
   *
   * @throws RelyingPartyException if the store cannot be used
   */
  public Delivery.Result deliver() throws RelyingPartyException {
    return deliver(() -> false);
  }

  /** The same, until it is to stop. */
  Delivery.Result deliver(BooleanSupplier stop) throws RelyingPartyException {
    Delivery.Result result = new Delivery(store, post, replica, clock).drain(mailer(), stop);
    store.write(it -> it.mail().forgetEndedBefore(clock.instant().minus(REMEMBERED)));
    return result;
  }

  /** Sends from now on whatever is due, until it is closed. */
  public Postman start() {
    Postman started = Postman.start(this);
    postman = started;
    return started;
  }

  /** Somebody put mail into the queue: whoever sends it here need not wait. */
  public void posted() {
    Postman running = postman;
    if (running != null) {
      running.tell();
    }
  }
}
