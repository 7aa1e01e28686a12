package dev.touchstone.app.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.audit.AuditDeeds.Notice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.export.RowFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail of the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class AuditViewModelTest {

  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path data;
  private Instant now = START;
  private Wiring wiring;
  private AuditViewModel model;

  @BeforeEach
  void open() {
    InstantSource clock = () -> now;
    wiring = new Wiring(Settings.usual(data), Switchboard::new, clock);
    model = new AuditViewModel(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void rowsComeInPagesTheNewestFirst() throws Exception {
    for (int i = 0; i < 2 * AuditViewModel.PAGE + 1; i++) {
      signIn("user" + i, "192.0.2.1");
    }
    model.refresh();
    assertThat(model.rows()).hasSize(AuditViewModel.PAGE);
    assertThat(model.rows().getFirst().subject()).isEqualTo("user200");
    model.readMore();
    assertThat(model.rows()).hasSize(2 * AuditViewModel.PAGE);
    assertThat(model.moreProperty().get()).isTrue();
    model.readMore();
    assertThat(model.rows()).hasSize(2 * AuditViewModel.PAGE + 1).doesNotHaveDuplicates();
    assertThat(model.moreProperty().get()).isFalse();
    model.readMore();
    assertThat(model.rows()).hasSize(2 * AuditViewModel.PAGE + 1);
  }

  @Test
  void wordsEventAndTimeNarrowTheRows() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    now = now.plus(Duration.ofDays(2));
    signIn("grace_1", "198.51.100.7");
    signIn("gracex1", "198.51.100.7");

    model.searchProperty().set("ADA");
    assertThat(model.rows()).extracting(AuditRow::event).contains("sign-in.complete").hasSize(2);
    model.searchProperty().set("grace_");
    assertThat(model.rows()).extracting(AuditRow::subject).containsExactly("grace_1");
    model.searchProperty().set("192.0.2");
    assertThat(model.rows()).hasSize(1);
    model.searchProperty().set("");
    model.kindProperty().set(EventKind.USER);
    assertThat(model.rows()).extracting(AuditRow::event).containsExactly("user.create");
    model.periodProperty().set(Period.DAY);
    assertThat(model.rows()).isEmpty();
    model.kindProperty().set(EventKind.ANY);
    assertThat(model.rows()).hasSize(2);
  }

  @Test
  void aUserOfSeveralAddressesLeadsToTheRows() throws Exception {
    signIn("ada", "192.0.2.1");
    signIn("ada", "198.51.100.7");
    signIn("grace", "192.0.2.1");
    model.questionProperty().set(Question.ADDRESSES);
    assertThat(model.spreads()).extracting(AddressSpread::subject).containsExactly("ada");
    model.showRowsOf("ada");
    assertThat(model.questionProperty().get()).isEqualTo(Question.LATEST);
    assertThat(model.rows()).hasSize(2);
  }

  @Test
  void everyQuestionHasItsOwnRows() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    record(AuditEvent.refused(now, AuditEvents.ACCESS, stranger(), "ada", "No token."));
    record(
        AuditEvent.refused(now, AuditEvents.SIGN_IN_COMPLETE, stranger(), "ada", "Counter.")
            .with("possible_clone", "true"));
    model.questionProperty().set(Question.REFUSED);
    assertThat(model.rows()).extracting(AuditRow::event).containsExactly("access");
    model.questionProperty().set(Question.FAILED_SIGN_INS);
    assertThat(model.rows()).extracting(AuditRow::reason).containsExactly("Counter.");
    model.questionProperty().set(Question.COUNTERS);
    assertThat(model.rows()).extracting(AuditRow::reason).containsExactly("Counter.");
    model.questionProperty().set(Question.CHANGES);
    assertThat(model.rows()).extracting(AuditRow::event).containsExactly("user.create");
  }

  @Test
  void theVerdictNamesTheBrokenRow() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    model.deeds().verify(Optional.empty());
    assertThat(model.deeds().noticeProperty().get())
        .isInstanceOfSatisfying(Notice.Verified.class, it -> assertThat(it.intact()).isTrue());

    change("UPDATE audit SET actor = 'mallory' WHERE seq = 1");
    model.deeds().verify(Optional.empty());
    assertThat(model.deeds().noticeProperty().get())
        .isInstanceOfSatisfying(
            Notice.Verified.class,
            it -> {
              assertThat(it.intact()).isFalse();
              assertThat(it.chains().getFirst().findings().getFirst().sentence())
                  .startsWith("Row 1 is not what was written");
            });
    assertThat(model.deeds().workingProperty().get()).isEmpty();
  }

  @Test
  void aTrailThatWasCutIsFoundByTheCheckpointThatWasKeptElsewhere() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    Path kept = data.resolve("checkpoint.json");
    model.deeds().sign(kept);
    assertThat(model.deeds().noticeProperty().get()).isEqualTo(new Notice.Signed(kept));
    change("DELETE FROM audit WHERE seq > 1");
    change("DELETE FROM audit_checkpoint");
    model.deeds().verify(Optional.of(kept));
    assertThat(model.deeds().noticeProperty().get())
        .isInstanceOfSatisfying(Notice.Verified.class, it -> assertThat(it.intact()).isFalse());
    Files.writeString(kept, "no checkpoint");
    model.deeds().verify(Optional.of(kept));
    assertThat(model.deeds().noticeProperty().get()).isInstanceOf(Notice.Failed.class);
  }

  @Test
  void exportWritesWhatIsShownAndIsARow() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    model.kindProperty().set(EventKind.SIGN_IN);
    Path file = data.resolve("audit.cef");
    model.deeds().export(model.filter(), RowFormat.CEF, file);
    assertThat(Files.readAllLines(file)).hasSize(1).first().asString().startsWith("CEF:0|");
    assertThat(model.deeds().noticeProperty().get()).isEqualTo(new Notice.Exported(file, 1));
    model.kindProperty().set(EventKind.TRANSFER);
    assertThat(model.rows()).extracting(AuditRow::event).containsExactly("export");
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws Exception {
    user("ada");
    model.deeds().export(model.filter(), RowFormat.JSON, data.resolve("no/folder/audit.jsonl"));
    assertThat(model.deeds().noticeProperty().get()).isInstanceOf(Notice.Failed.class);
  }

  @Test
  void oldRowsGoOnlyAfterThePersonSawHowMany() throws Exception {
    user("ada");
    signIn("ada", "192.0.2.1");
    now = now.plus(Duration.ofDays(500));
    signIn("ada", "192.0.2.1");

    model.deeds().remove();
    assertThat(model.deeds().noticeProperty().get()).isEqualTo(new Notice.Nothing());
    model.deeds().propose();
    assertThat(model.deeds().proposalProperty().get().orElseThrow().rows()).isEqualTo(2);
    model.deeds().ageProperty().set("600");
    assertThat(model.deeds().proposalProperty().get()).isEmpty();
    model.deeds().propose();
    assertThat(model.deeds().proposalProperty().get().orElseThrow().rows()).isZero();
    model.deeds().ageProperty().set("400");
    model.deeds().propose();
    model.deeds().remove();
    assertThat(model.deeds().noticeProperty().get()).isEqualTo(new Notice.Removed(2));
    assertThat(model.rows()).extracting(AuditRow::event).contains("audit.retain").hasSize(2);
  }

  @Test
  void whatIsNoNumberOfDaysIsTold() {
    for (String age : new String[] {"", "0", "-1", "soon", "1e3", "99999999999999999999"}) {
      model.deeds().ageProperty().set(age);
      model.deeds().propose();
      assertThat(model.deeds().refusalProperty().get().orElseThrow().happened())
          .contains("is no number of days");
      assertThat(model.deeds().proposalProperty().get()).isEmpty();
    }
  }

  @Test
  void aDatabaseThatIsNoneGivesAdvice() throws Exception {
    Files.writeString(data.resolve("touchstone.db"), "this is no database".repeat(100));
    model.refresh();
    assertThat(model.failureProperty().get()).isPresent();
    assertThat(model.rows()).isEmpty();
  }

  private void user(String name) throws Exception {
    var user = wiring.accounts().create(new AccountText(name, "", ProfileText.NOTHING), Role.USER);
    assertThat(user.status()).isEqualTo(Status.ACTIVE);
  }

  private void signIn(String name, String address) throws Exception {
    record(
        AuditEvent.succeeded(
            now, AuditEvents.SIGN_IN_COMPLETE, new Caller(name, address, "test"), name));
  }

  private static Caller stranger() {
    return new Caller("", "192.0.2.9", "curl");
  }

  private void record(AuditEvent event) throws Exception {
    wiring.audit().record(event);
  }

  private void change(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("touchstone.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
