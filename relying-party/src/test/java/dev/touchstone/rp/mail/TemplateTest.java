package dev.touchstone.rp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.delivery.TemplateDesk;
import dev.touchstone.rp.mail.outbox.OutboxFolder;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import dev.touchstone.rp.mail.template.TemplateCheck;
import dev.touchstone.rp.mail.template.TemplateFinding;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator writes in the place of what mail says. */
class TemplateTest {

  private static final Template GOOD =
      new Template("{{code}} for {{ service }}", "    {{code}}\n", "<p>{{code}}</p>");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsToBeSaidAboutTheProgramsOwn(MailKind kind) {
    assertThat(TemplateCheck.of(kind, Template.of(kind))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theNextMailSaysWhatWasWrittenAndAfterAResetWhatItSaidBefore(DatabaseKind kind)
      throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      TemplateDesk desk = scene.rp.mail().templates();
      assertThat(desk.all())
          .hasSize(MailKind.values().length)
          .allMatch(it -> it.edited().isEmpty());

      desk.edit(MailKind.VERIFY, GOOD, Caller.CONSOLE);
      scene.rp.emailCodes().verification().begin(FactorScene.ADA, FactorScene.HOME);
      OutboxMail mail = scene.mail().getFirst();
      assertThat(mail.subject()).contains(" for ").doesNotContain("is your code");
      assertThat(mail.html()).isEqualTo("<p>" + scene.code(FactorScene.ADA).orElseThrow() + "</p>");
      assertThat(desk.find(MailKind.VERIFY).edited()).contains(scene.clock.instant());

      assertThat(desk.reset(MailKind.VERIFY, Caller.CONSOLE)).isTrue();
      assertThat(desk.reset(MailKind.VERIFY, Caller.CONSOLE)).isFalse();
      scene.clock.advance(java.time.Duration.ofHours(1));
      scene.rp.emailCodes().verification().begin(FactorScene.ADA, FactorScene.HOME);
      assertThat(scene.mail().getFirst().subject()).contains("is your code");
    }
  }

  @Test
  void whatIsStoredAndNotAcceptedIsPassedOverSoThatNobodyWaitsForACode() throws Exception {
    try (MailScene scene = new MailScene(folder, new SqliteFile(folder.resolve("t.db")))) {
      scene.store.write(records -> {
        new EditedTemplates(records.settings())
            .put(MailKind.VERIFY, new Template("x", "no code", "none"), scene.clock.instant());
        return true;
      });
      OutboxFolder outbox =
          new OutboxFolder(folder.resolve("outbox"), Sender.parse("k@example.com"), scene.clock);
      scene.enqueue();
      scene.drain(outbox);
      assertThat(outbox.find("latest").orElseThrow().text()).contains(MailScene.CODE);
    }
  }

  @Test
  void templateThatCannotBeUsedChangesNothingAndAllReasonsAreTold() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      TemplateDesk desk = scene.rp.mail().templates();
      Template broken = new Template("x", "no code", "none");
      assertThatThrownBy(() -> desk.edit(MailKind.VERIFY, broken, Caller.CONSOLE))
          .isInstanceOf(RequestInvalid.class)
          .hasMessageContaining("text does not name {{code}}")
          .hasMessageContaining("HTML does not name {{code}}");
      assertThat(desk.find(MailKind.VERIFY).edited()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi\r\nBcc: all@example.org", "Hi\nthere", "Hi\u2028there"})
  void lineBreakInASubjectIsRefused(String subject) {
    assertThat(refusals(new Template(subject, GOOD.text(), GOOD.html())))
        .singleElement()
        .asString()
        .contains("line break");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>{{kode}} {{code}}</p>                              | {{kode}}",
        "<p>{{Code}} {{code}}</p>                              | {{Code}}",
        "<p>{{code}}</p><script>1</script>                     | scripts",
        "<p onclick='x()'>{{code}}</p>                         | scripts",
        "<svg/onload=x()>{{code}}                              | scripts",
        "<a href=' JavaScript:x()'>{{code}}</a>                | scripts",
        "{{code}}<iframe src='data:,x'></iframe>               | frames",
        "{{code}}<form action='https://example.com'></form>    | forms",
        "{{code}}<img src='https://example.com/?{{code}}'>     | inside of a tag",
        "{{code}}<a href=https://example.com/{{address}}>x</a> | inside of a tag",
        "{{code}}<img alt='>' src='https://example.com/{{code}}'> | inside of a tag",
        "{{code}}<style>p { content: '{{address}}' }</style>   | inside of a tag",
      })
  void pageThatWouldHarmIsRefused(String html, String why) {
    assertThat(refusals(new Template(GOOD.subject(), GOOD.text(), html)))
        .anySatisfy(it -> assertThat(it).contains(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{code}}<img src=\"https://example.com/logo.png\">",
        "{{code}}<img alt=x src = //example.com/logo.png>",
        "{{code}}<td background='http://example.com/x'>",
        "{{code}}<link rel=stylesheet href='https://example.com/x.css'>",
        "{{code}}<style>@import 'https://example.com/x.css';</style>",
        "{{code}}<p style=\"background: url( 'https://example.com/x' )\">",
      })
  void whatIsLoadedFromElsewhereIsToldAndNotRefused(String html) {
    List<TemplateFinding> findings =
        TemplateCheck.of(MailKind.VERIFY, new Template(GOOD.subject(), GOOD.text(), html));
    assertThat(findings)
        .singleElement()
        .matches(it -> !it.refuses() && it.sentence().contains("elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{code}}<img src=\"data:image/png;base64,AAAA\">",
        "{{code}}<a href='https://example.com/help'>help</a>",
        "{{code}}<p style='background: url(#x)'>on = 1</p>"
      })
  void whatLoadsNothingIsNotTold(String html) {
    assertThat(TemplateCheck.of(MailKind.VERIFY, new Template(GOOD.subject(), GOOD.text(), html)))
        .isEmpty();
  }

  private static List<String> refusals(Template template) {
    return TemplateCheck.of(MailKind.VERIFY, template).stream()
        .filter(TemplateFinding::refuses)
        .map(TemplateFinding::sentence)
        .toList();
  }
}
