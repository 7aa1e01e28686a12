package dev.touchstone.rp.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.mail.BadSmtpServer.Fault;
import dev.touchstone.rp.mail.delivery.Delivery;
import dev.touchstone.rp.mail.smtp.MailCheck;
import dev.touchstone.rp.mail.smtp.SmtpMailer;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does wrong, mail waits or is said to have failed; nothing is lost. */
class BadServersTest {

  @TempDir private Path folder;
  private MailScene scene;

  @BeforeEach
  void open() throws Exception {
    scene = new MailScene(folder, new SqliteFile(folder.resolve("touchstone.db")));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, NONE, connection: ",
    "NO_STARTTLS, STARTTLS, TLS: ",
    "BROKEN_TLS, STARTTLS, TLS: ",
    "NONE, TLS, TLS: ",
    "REFUSES_SENDER, NONE, sender: ",
    "DIES_IN_DATA, NONE, message: "
  })
  void mailWaitsForAServerThatIsMendedAndIsSentThen(Fault fault, Security security, String step)
      throws Exception {
    QueuedMail mail = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(fault)) {
      Delivery.Result result = scene.drain(mailer(server, security));
      assertThat(result.waiting()).isEqualTo(1);
      assertThat(server.taken()).isZero();
      QueuedMail after = scene.mail(mail.id());
      assertThat(after.state()).isEqualTo(MailState.WAITING);
      assertThat(after.reply()).startsWith(step).doesNotContain(MailScene.CODE);
      assertThat(after.attempts()).isEqualTo(1);

      server.behave(Fault.NONE);
      assertThat(scene.drain(scene.plain(server.port())).sent()).isZero();
      scene.clock.advance(Duration.ofSeconds(15));
      assertThat(scene.drain(scene.plain(server.port())).sent()).isEqualTo(1);
      assertThat(server.taken()).isEqualTo(1);
      assertThat(scene.mail(mail.id()).content().length()).isZero();
    }
  }

  @Test
  void serverThatIsDownIsAskedOnceForAllThatWaits() throws Exception {
    int port;
    try (BadSmtpServer gone = new BadSmtpServer(Fault.NONE)) {
      port = gone.port();
    }
    for (int i = 0; i < 50; i++) {
      scene.enqueue();
    }
    Delivery.Result result = scene.drain(scene.plain(port));
    assertThat(result.unreachable())
        .hasValueSatisfying(it -> assertThat(it).contains("Nothing answers"));
    assertThat(result.sent() + result.failed()).isZero();
    assertThat(
            scene.store.<List<QueuedMail>>read(
                it -> it.mail().newest(Optional.of(MailState.WAITING), 100)))
        .hasSize(50)
        .filteredOn(it -> it.attempts() > 0)
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"REFUSES_RECIPIENT, recipient", "REFUSES_MESSAGE, message"})
  void whatIsRefusedForGoodIsNotTriedAgainAndStandsInTheTrail(Fault fault, String step)
      throws Exception {
    QueuedMail mail = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(fault)) {
      assertThat(scene.drain(scene.plain(server.port())).failed()).isEqualTo(1);
      scene.clock.advance(Duration.ofHours(1));
      scene.drain(scene.plain(server.port()));
      assertThat(server.connections()).isEqualTo(1);
    }
    QueuedMail after = scene.mail(mail.id());
    assertThat(after.state()).isEqualTo(MailState.FAILED);
    assertThat(after.reply()).startsWith(step + ": ").isPrintable();
    assertThat(after.content().length()).isZero();
    assertThat(trail()).contains(AuditEvents.MAIL_SEND);
  }

  @ParameterizedTest
  @CsvSource({
    "keys@example.com, NO_SMTPUTF8, łukasz@x.org",
    "keys@example.com, NO_SMTPUTF8, maľlory@x.org",
    "schlüssel@example.com, NO_SMTPUTF8, łukasz@x.org"
  })
  void addressThatTheServerWouldHearAsAnotherIsNotTold(String from, Fault fault, String to)
      throws Exception {
    QueuedMail mail = scene.enqueue(EmailAddress.parse(to));
    scene.clock.advance(Duration.ofMillis(1));
    QueuedMail next = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(fault)) {
      SmtpServer wanted = from(server, from);
      Delivery.Result result = scene.drain(mailer(wanted));
      assertThat(result.failed()).isEqualTo(1);
      assertThat(server.recipients()).containsExactly("RCPT TO:<ada@example.org>");

      MailCheck check = new MailCheck(wanted, () -> new char[0], Optional.empty());
      MailCheck.Finding last = check.run(Optional.of(EmailAddress.parse(to))).getLast();
      assertThat(last.step()).isEqualTo(MailStep.RECIPIENT);
      assertThat(last.passed()).isFalse();
      assertThat(server.recipients()).hasSize(1);
    }
    assertThat(scene.mail(mail.id()).state()).isEqualTo(MailState.FAILED);
    assertThat(scene.mail(mail.id()).reply()).startsWith("recipient: ").contains("SMTPUTF8");
    assertThat(scene.mail(next.id()).state()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys@example.com", "schlüssel@example.com"})
  void addressBeyondAsciiIsToldAsItIsWhereTheServerKnowsHow(String from) throws Exception {
    QueuedMail mail = scene.enqueue(EmailAddress.parse("łukasz@x.org"));
    scene.clock.advance(Duration.ofMillis(1));
    QueuedMail next = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(Fault.NONE)) {
      SmtpServer wanted = from(server, from);
      scene.drain(mailer(wanted));
      assertThat(server.recipients())
          .containsExactly("RCPT TO:<łukasz@x.org>", "RCPT TO:<ada@example.org>");
      MailCheck check = new MailCheck(wanted, () -> new char[0], Optional.empty());
      assertThat(check.run(Optional.of(EmailAddress.parse("łukasz@x.org"))))
          .allMatch(MailCheck.Finding::passed);
    }
    assertThat(scene.mail(mail.id()).state()).isEqualTo(MailState.SENT);
    assertThat(scene.mail(next.id()).state()).isEqualTo(MailState.SENT);
  }

  private static SmtpServer from(BadSmtpServer server, String sender) {
    return new SmtpServer(
        "127.0.0.1", server.port(), Security.NONE, "", Sender.parse(sender), MailScene.PATIENCE);
  }

  @Test
  void recipientThatIsRefusedForNowDoesNotHoldUpTheOthers() throws Exception {
    QueuedMail first = scene.enqueue();
    scene.clock.advance(Duration.ofMillis(1));
    QueuedMail second = scene.enqueue(EmailAddress.parse("bob@example.org"));
    try (BadSmtpServer server = new BadSmtpServer(Fault.BUSY_ONCE)) {
      Delivery.Result result = scene.drain(scene.plain(server.port()));
      assertThat(result.sent()).isEqualTo(1);
      assertThat(scene.mail(first.id()).state()).isEqualTo(MailState.WAITING);
      assertThat(scene.mail(second.id()).state()).isEqualTo(MailState.SENT);
      scene.clock.advance(Duration.ofSeconds(15));
      scene.drain(scene.plain(server.port()));
      assertThat(scene.mail(first.id()).state()).isEqualTo(MailState.SENT);
    }
  }

  @Test
  void whoIsToStopGivesBackWhatIsNotSent() throws Exception {
    for (int i = 0; i < 25; i++) {
      scene.enqueue();
    }
    try (BadSmtpServer server = new BadSmtpServer(Fault.NONE)) {
      Mailer mailer = scene.plain(server.port());
      Delivery.Result first = scene.delivery("one").drain(mailer, () -> server.taken() == 2);
      assertThat(first.sent()).isEqualTo(2);
      assertThat(server.taken()).isEqualTo(2);
      Delivery.Result second = scene.delivery("two").drain(mailer, () -> false);
      assertThat(second.sent()).isEqualTo(23);
    }
  }

  @Test
  void wrongPasswordIsToldWithoutThePassword() throws Exception {
    QueuedMail mail = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(Fault.REFUSES_LOGIN)) {
      SmtpMailer mailer =
          new SmtpMailer(
              MailScene.server(server.port(), Security.NONE, "keys"),
              "correct horse"::toCharArray,
              Optional.empty(),
              scene.clock);
      scene.drain(mailer);
    }
    assertThat(scene.mail(mail.id()).reply())
        .startsWith("login: ")
        .contains("'keys'")
        .doesNotContain("horse");
    assertThat(scene.mail(mail.id()).state()).isEqualTo(MailState.WAITING);
  }

  @Test
  void mailThatIsOfNoUseAnyMoreIsGivenUpWithTheLastReason() throws Exception {
    QueuedMail mail = scene.enqueue();
    try (BadSmtpServer server = new BadSmtpServer(Fault.REFUSES_SENDER)) {
      scene.drain(scene.plain(server.port()));
      server.behave(Fault.NONE);
      scene.clock.advance(Duration.ofHours(1));
      scene.drain(scene.plain(server.port()));
      assertThat(server.taken()).isZero();
    }
    assertThat(scene.mail(mail.id()).state()).isEqualTo(MailState.FAILED);
    assertThat(scene.mail(mail.id()).reply()).contains("while it was of use").contains("sender");
  }

  private List<String> trail() throws Exception {
    return scene
        .store
        .<List<AuditRow>>read(it ->
            it.auditLog()
                .page(AuditFilter.ALL, AuditLog.Order.NEWEST_FIRST, Optional.empty(), 10)
                .rows())
        .stream()
        .map(it -> it.event())
        .toList();
  }

  private SmtpMailer mailer(BadSmtpServer server, Security security) {
    return mailer(MailScene.server(server.port(), security, ""));
  }

  private SmtpMailer mailer(SmtpServer server) {
    return new SmtpMailer(server, () -> new char[0], Optional.empty(), scene.clock);
  }
}
