package dev.touchstone.rp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.mail.outbox.OutboxFolder;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyTemplateNamesOnlyWhatThereIs(MailKind kind) {
    Template template = Template.of(kind).check(kind.placeholders());
    assertThat(template.subject()).isNotBlank();
    assertThat(template.text().contains("{{code}}"))
        .isEqualTo(kind.placeholders().contains("code"))
        .isEqualTo(template.html().contains("{{code}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "Ada\nx", "Ada\u0000", "Ada\u2028x"})
  void lineBreakInAValueIsRefusedAndNoHeader(String service) {
    assertThatThrownBy(() ->
            Template.of(MailKind.ALREADY_REGISTERED)
                .write("id", MailScene.ADA, Map.of("service", service, "address", "a@example.org")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line break");
    assertThatThrownBy(() -> Sender.parse(service + " <keys@example.com>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line break");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@example.org\r\nRCPT TO:<b@example.org>", "a@example.org>\n", "<a b@x.org>"})
  void lineBreakOrBlankInAnAddressIsRefused(String address) {
    assertThatThrownBy(() -> Sender.parse(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void placeholderThatIsNoneIsNamed() {
    Template template = new Template("{{ code }}", "{{kode}}", "");
    assertThatThrownBy(() -> template.check(Set.of("code")))
        .hasMessageContaining("{{kode}}")
        .hasMessageContaining("code");
  }

  @Test
  void valueThatLooksLikeAPlaceholderIsNotFilledAgain() {
    Letter letter =
        new Template("{{service}}", "{{service}} $1 \\", "{{service}}")
            .write("id", MailScene.ADA, Map.of("service", "{{code}}$0", "code", "secret"));
    assertThat(letter.text()).isEqualTo("{{code}}$0 $1 \\");
    assertThat(letter.html()).doesNotContain("secret");
  }

  @Test
  void letterInTheOutboxIsItsOwnersOnlyAndReadsAsItWasWritten() throws Exception {
    try (MailScene scene = new MailScene(folder, new SqliteFile(folder.resolve("t.db")))) {
      Path outbox = folder.resolve("outbox");
      OutboxFolder mailer =
          new OutboxFolder(outbox, Sender.parse("Schlüssel <k@example.com>"), scene.clock);
      assertThat(mailer.list(10)).isEmpty();
      scene.enqueue();
      scene.drain(mailer);
      scene.clock.advance(Duration.ofSeconds(1));
      QueuedMail second = scene.enqueue();
      scene.drain(mailer);
      assertThat(mailer.list(10)).hasSize(2);
      OutboxMail latest = mailer.find("latest").orElseThrow();
      assertThat(latest.name()).endsWith(second.id());
      assertThat(latest.to()).isEqualTo("ada@example.org");
      assertThat(latest.text()).contains(MailScene.CODE);
      assertThat(latest.html()).contains("&lt;Co&gt;");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(latest.file())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outbox)))
          .isEqualTo("rwx------");
      assertThat(mailer.find("../touchstone")).isEmpty();
    }
  }

  @Test
  void addressBeyondAsciiStandsInTheOutboxAsItIs() throws Exception {
    try (MailScene scene = new MailScene(folder, new SqliteFile(folder.resolve("t.db")))) {
      OutboxFolder mailer =
          new OutboxFolder(
              folder.resolve("outbox"), Sender.parse("Schlüssel <k@example.com>"), scene.clock);
      scene.enqueue(EmailAddress.parse("łukasz@x.org"));
      scene.drain(mailer);
      OutboxMail latest = mailer.find("latest").orElseThrow();
      assertThat(latest.to()).isEqualTo("łukasz@x.org");
      assertThat(latest.subject()).contains(MailScene.CODE);
    }
  }

  @Test
  void whatALetterSaysIsNowhereInTheDatabaseWhileItWaits() throws Exception {
    Path file = folder.resolve("t.db");
    try (MailScene scene = new MailScene(folder, new SqliteFile(file))) {
      QueuedMail mail = scene.enqueue();
      assertThat(mail.content().length()).isGreaterThan(100);
    }
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("ada@example.org")
        .doesNotContain(MailScene.CODE)
        .doesNotContain("is your code");
  }
}
