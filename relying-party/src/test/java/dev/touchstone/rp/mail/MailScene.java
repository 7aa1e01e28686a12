package dev.touchstone.rp.mail;

import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.mail.delivery.Delivery;
import dev.touchstone.rp.mail.delivery.Post;
import dev.touchstone.rp.mail.smtp.SmtpMailer;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.secret.vault.KeptSeal;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.OpenDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A store with a queue of mail in it. */
final class MailScene implements AutoCloseable {

  static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
  static final String CODE = "73577357";

  /** How long to wait for a server: long on a computer that is busy, and for one that is silent. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  final MovableClock clock = new MovableClock();
  final Store store;
  final Post post;

  MailScene(Path folder, DatabaseLocation database) throws Exception {
    store = OpenDatabase.at(database);
    Vault vault =
        Vault.at(
            store,
            new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key"))),
            clock,
            new SecureRandom());
    post =
        new Post("Keys & <Co>", new KeptSeal(vault, new SecureRandom()), clock, new SecureRandom());
  }

  Delivery delivery(String who) {
    return new Delivery(store, post, who, clock);
  }

  /** All that is due, by one replica. */
  Delivery.Result drain(Mailer mailer) throws Exception {
    return delivery("one").drain(mailer, () -> false);
  }

  QueuedMail enqueue() throws Exception {
    return enqueue(ADA);
  }

  QueuedMail enqueue(EmailAddress to) throws Exception {
    post.ready();
    return store.write(records -> {
      QueuedMail mail =
          post.write(
              new EditedTemplates(records.settings()),
              MailKind.VERIFY,
              to,
              Map.of("code", CODE, "minutes", "5"),
              Duration.ofHours(1),
              MailState.WAITING);
      records.mail().add(mail);
      return mail;
    });
  }

  QueuedMail mail(String id) throws Exception {
    return store.<Optional<QueuedMail>>read(it -> it.mail().find(id)).orElseThrow();
  }

  static SmtpServer server(int port, Security security, String user) {
    return new SmtpServer(
        "127.0.0.1", port, security, user, Sender.parse("Keys <keys@example.com>"), PATIENCE);
  }

  SmtpMailer plain(int port) {
    return new SmtpMailer(
        server(port, Security.NONE, ""), () -> new char[0], Optional.empty(), clock);
  }

  @Override
  public void close() {
    store.close();
  }
}
