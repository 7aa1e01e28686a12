package dev.touchstone.rp.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.http.tls.certificate.Authority;
import dev.touchstone.rp.http.tls.certificate.Authority.Wish;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import dev.touchstone.rp.mail.smtp.MailCheck;
import dev.touchstone.rp.mail.smtp.OwnAuthority;
import dev.touchstone.rp.mail.smtp.SmtpMailer;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a server that others wrote (GreenMail), with TLS and a login. */
class RealServerTest {

  private static final String PASSWORD = "correct horse";

  @TempDir private static Path keys;
  private static SSLContext trust;

  @TempDir private Path folder;
  private GreenMail server;
  private MailScene scene;

  /** GreenMail reads its certificate once. */
  @BeforeAll
  static void certify() throws Exception {
    Authority authority = Authority.root("mail authority");
    Instant now = Instant.now();
    Wish wish =
        Wish.server("localhost").from(now.minusSeconds(60)).until(now.plus(Duration.ofDays(1)));
    keep(authority.issue(wish, authority.certificate()));
    trust = trusting(authority.certificate());
  }

  @BeforeEach
  void start() throws Exception {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            });
    server.setUser("keys@example.com", "keys", PASSWORD);
    server.start();
    scene = new MailScene(folder, new SqliteFile(folder.resolve("touchstone.db")));
  }

  @AfterEach
  void stop() {
    scene.close();
    server.stop();
  }

  @AfterAll
  static void forget() {
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
    System.clearProperty("greenmail.tls.key.password");
  }

  @Test
  void mailArrivesOverTlsWithALoginAsItWasWritten() throws Exception {
    QueuedMail mail = scene.enqueue();
    scene.enqueue(EmailAddress.parse("bob@example.org"));
    assertThat(scene.drain(mailer(tls(), PASSWORD)).sent()).isEqualTo(2);

    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getHeader("To", null)).isEqualTo("ada@example.org");
    assertThat(message.getHeader("From", null)).isEqualTo("Keys <keys@example.com>");
    assertThat(message.getSubject()).isEqualTo(MailScene.CODE + " is your code for Keys & <Co>");
    assertThat(message.getMessageID()).isEqualTo("<%s@example.com>".formatted(mail.id()));
    MimeMultipart both = (MimeMultipart) message.getContent();
    assertThat(both.getCount()).isEqualTo(2);
    assertThat(content(both.getBodyPart(0))).contains(MailScene.CODE).contains("Keys & <Co>");
    assertThat(content(both.getBodyPart(1)))
        .contains(MailScene.CODE)
        .contains("Keys &amp; &lt;Co&gt;")
        .doesNotContain("<Co>");
  }

  @Test
  void everyStepOfTheCheckIsToldAndNothingIsSent() throws Exception {
    List<MailCheck.Finding> findings = check(tls(), PASSWORD, Optional.of(trust));
    assertThat(findings).allMatch(MailCheck.Finding::passed);
    assertThat(findings)
        .extracting(MailCheck.Finding::step)
        .containsExactly(
            MailStep.NAME,
            MailStep.CONNECTION,
            MailStep.TLS,
            MailStep.LOGIN,
            MailStep.SENDER,
            MailStep.RECIPIENT);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void certificateOfNobodyThatIsTrustedStopsTheCheckBeforeThePassword() throws Exception {
    assertThat(last(check(tls(), PASSWORD, Optional.empty())).step()).isEqualTo(MailStep.TLS);
  }

  @Test
  void certificateOfAnotherServerStopsTheCheck() throws Exception {
    SmtpServer byAddress =
        new SmtpServer(
            "127.0.0.1", tls().port(), Security.TLS, "keys", tls().sender(), Duration.ofSeconds(5));
    MailCheck.Finding finding = last(check(byAddress, PASSWORD, Optional.of(trust)));
    assertThat(finding.step()).isEqualTo(MailStep.TLS);
    assertThat(finding.passed()).isFalse();
  }

  @Test
  void wrongPasswordIsFoundOutAndNotShown() throws Exception {
    List<MailCheck.Finding> findings = check(tls(), "wrong battery", Optional.of(trust));
    assertThat(last(findings).step()).isEqualTo(MailStep.LOGIN);
    assertThat(last(findings).passed()).isFalse();
    assertThat(findings.toString()).doesNotContain("battery");
    assertThat(findings.subList(0, 3)).allMatch(MailCheck.Finding::passed);
  }

  @Test
  void nameThatNobodyHasIsFoundOut() throws Exception {
    SmtpServer nobody =
        new SmtpServer(
            "mail.invalid", 587, Security.STARTTLS, "", tls().sender(), Duration.ofSeconds(1));
    List<MailCheck.Finding> findings = check(nobody, "", Optional.empty());
    assertThat(findings)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.step()).isEqualTo(MailStep.NAME);
          assertThat(it.passed()).isFalse();
        });
  }

  private SmtpServer tls() {
    return new SmtpServer(
        "localhost",
        server.getSmtps().getPort(),
        Security.TLS,
        "keys",
        Sender.parse("Keys <keys@example.com>"),
        Duration.ofSeconds(5));
  }

  private SmtpMailer mailer(SmtpServer to, String password) {
    return new SmtpMailer(to, password::toCharArray, Optional.of(trust), scene.clock);
  }

  private static List<MailCheck.Finding> check(
      SmtpServer to, String password, Optional<SSLContext> trusted) {
    return new MailCheck(to, password::toCharArray, trusted).run(Optional.of(MailScene.ADA));
  }

  private static MailCheck.Finding last(List<MailCheck.Finding> findings) {
    return findings.getLast();
  }

  private static String content(BodyPart part) throws Exception {
    return String.valueOf(part.getContent());
  }

  private static void keep(ServerIdentity identity) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        identity.key(),
        "changeit".toCharArray(),
        identity.chain().toArray(Certificate[]::new));
    Path file = keys.resolve("mail.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", "changeit");
    System.setProperty("greenmail.tls.key.password", "changeit");
  }

  /** As an operator has it in a file. */
  private static SSLContext trusting(X509Certificate root) throws Exception {
    String encoded = Base64.getMimeEncoder().encodeToString(root.getEncoded());
    return OwnAuthority.trust(
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(encoded));
  }
}
