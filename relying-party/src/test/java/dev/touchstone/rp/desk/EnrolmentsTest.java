package dev.touchstone.rp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.desk.Enrolment.State;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything is lost, and two operators have to agree; or one of them is no friend. */
class EnrolmentsTest {

  private static final String WHY = "showed a passport at the counter";
  private static final Caller STRANGER = new Caller("", "192.0.2.9", "browser");

  @TempDir private Path folder;

  /** Two operators, an administrator, and ada with a key. */
  private record Desk(DeskScene scene, User grace, User linus, User root, User ada)
      implements AutoCloseable {

    static Desk open(Path folder, DatabaseKind kind) throws Exception {
      DeskScene scene = new DeskScene(folder, kind);
      User root = scene.account("root", Role.ADMIN);
      User ada = scene.account("ada", Role.USER);
      scene.register("ada", "old");
      return new Desk(
          scene,
          scene.account("grace", Role.SUPPORT),
          scene.account("linus", Role.SUPPORT),
          root,
          ada);
    }

    Enrolments enrolments() {
      return scene.rp.helpDesk().enrolments();
    }

    Accounts accounts() {
      return scene.rp.administration().accounts();
    }

    String ask(User operator, String person) throws Exception {
      return enrolments().ask(person, WHY, operator, as(operator)).enrolment().id();
    }

    Approved approve(String id, User operator) throws Exception {
      return enrolments().approve(id, operator, as(operator));
    }

    Optional<PendingCeremony> redeem(String code) throws Exception {
      return scene.rp.helpDesk().redemption().begin(code, "new", STRANGER);
    }

    State state(String id) throws Exception {
      return enrolments().latest().stream()
          .filter(it -> it.enrolment().id().equals(id))
          .findFirst()
          .orElseThrow()
          .enrolment()
          .state();
    }

    @Override
    public void close() {
      scene.close();
    }
  }

  private static Caller as(User operator) {
    return new Caller(operator.name(), "", "touchstone");
  }

  @ParameterizedTest
  @EnumSource
  void twoOperatorsGiveOneNewKeyAndAreBothNamed(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String id = desk.ask(desk.grace(), "ada");
      assertThat(desk.scene().signIn("ada", "old").accepted()).isTrue();
      Approved approved = desk.approve(id, desk.linus());
      assertThat(approved.stopped()).hasSize(1);
      assertThat(desk.scene().signIn("ada", "old").accepted()).isFalse();
      PendingCeremony begun = desk.redeem(approved.code().toLowerCase(Locale.ROOT)).orElseThrow();
      assertThat(desk.scene().finish(begun, "new").accepted()).isTrue();
      assertThat(desk.scene().signIn("ada", "new").accepted()).isTrue();
      assertThat(desk.redeem(approved.code())).isEmpty();
      assertThat(desk.scene().trail("enrolment.approve").getFirst().detail())
          .contains("\"asked_by\":\"" + "grace" + "\"")
          .contains("\"decided_by\":\"" + "linus" + "\"");
      assertThat(desk.scene().trail("enrolment.approve").toString())
          .doesNotContain(approved.code())
          .doesNotContain(approved.code().replace("-", ""));
      assertThat(approved.toString()).doesNotContain(approved.code());
    }
  }

  @Test
  void whatTwoOperatorsStoppedIsNoProofForTheOther() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      Approved approved = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus());
      String old = approved.stopped().getFirst().id();
      assertThat(desk.scene().credential(old).lost())
          .as("since when it is lost, as people are told")
          .hasValue(desk.scene().factors.clock.instant());
      assertThat(desk.scene().lostKey().mayGoOn(desk.scene().credential(old))).isFalse();
    }
  }

  @Test
  void nobodyApprovesTheirOwnRequestOrDecidesAboutThemselves() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String id = desk.ask(desk.grace(), "ada");
      assertThatThrownBy(() -> desk.approve(id, desk.grace())).isInstanceOf(AccountConflict.class);
      assertThatThrownBy(() -> desk.ask(desk.root(), "root")).isInstanceOf(AccountConflict.class);
      String forGrace = desk.ask(desk.root(), "grace");
      assertThatThrownBy(() -> desk.approve(forGrace, desk.grace()))
          .isInstanceOf(AccountConflict.class);
      assertThat(desk.state(id)).isEqualTo(State.ASKED);
      assertThat(desk.scene().trail("enrolment.approve")).hasSize(2);
    }
  }

  @Test
  void supportMakesItselfNoAdministratorByANewKeyForOne() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      assertThatThrownBy(() -> desk.ask(desk.grace(), "root")).isInstanceOf(AccountConflict.class);
      User second = desk.scene().account("second", Role.ADMIN);
      String id = desk.ask(second, "root");
      assertThatThrownBy(() -> desk.approve(id, desk.linus())).isInstanceOf(AccountConflict.class);
    }
  }

  @Test
  void whoHasNoRoleNeitherAsksNorApproves() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      User bob = desk.scene().account("bob", Role.USER);
      User auditor = desk.scene().account("auditor", Role.AUDITOR);
      for (User it : List.of(bob, auditor)) {
        assertThatThrownBy(() -> desk.ask(it, "ada")).isInstanceOf(AccountConflict.class);
      }
      String id = desk.ask(desk.grace(), "ada");
      for (User it : List.of(bob, auditor)) {
        assertThatThrownBy(() -> desk.approve(id, it)).isInstanceOf(AccountConflict.class);
        assertThatThrownBy(() -> desk.enrolments().decline(id, it, as(it)))
            .isInstanceOf(AccountConflict.class);
      }
    }
  }

  @Test
  void roleAndStatusCountAsTheyAreAtTheMomentOfTheApprovalAndOfTheCode() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String id = desk.ask(desk.grace(), "ada");
      desk.accounts().changeStatus("linus", Status.DISABLED, DeskScene.DESK);
      assertThatThrownBy(() -> desk.approve(id, desk.linus())).isInstanceOf(AccountConflict.class);
      desk.accounts().changeStatus("linus", Status.ACTIVE, DeskScene.DESK);
      desk.accounts().changeRole("grace", Role.USER, DeskScene.DESK);
      assertThatThrownBy(() -> desk.approve(id, desk.linus()))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("who asked");
      desk.accounts().changeRole("grace", Role.SUPPORT, DeskScene.DESK);
      String code = desk.approve(id, desk.linus()).code();
      desk.accounts().changeRole("linus", Role.USER, DeskScene.DESK);
      assertThat(desk.redeem(code)).isEmpty();
      desk.accounts().changeRole("linus", Role.SUPPORT, DeskScene.DESK);
      desk.accounts().changeStatus("ada", Status.DISABLED, DeskScene.DESK);
      assertThat(desk.redeem(code)).isEmpty();
      desk.accounts().changeStatus("ada", Status.ACTIVE, DeskScene.DESK);
      assertThat(desk.redeem(code)).isPresent();
    }
  }

  @Test
  void personWhoWasPromotedMeanwhileNeedsAdministrators() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String id = desk.ask(desk.grace(), "ada");
      String code = desk.approve(id, desk.linus()).code();
      desk.accounts().changeRole("ada", Role.ADMIN, DeskScene.DESK);
      assertThat(desk.redeem(code)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyApprovalsAtTheSameMomentExactlyOneCounts(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String id = desk.ask(desk.grace(), "ada");
      List<String> codes = together(8, _ -> desk.approve(id, desk.linus()).code());
      assertThat(codes).hasSize(1);
      assertThat(desk.redeem(codes.getFirst())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeMakesOneKeyHoweverManyTypeItAtTheSameMoment(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      List<PendingCeremony> begun = together(6, _ -> desk.redeem(code).orElseThrow());
      int accepted = 0;
      for (int i = 0; i < begun.size(); i++) {
        accepted += desk.scene().finish(begun.get(i), "new " + i).accepted() ? 1 : 0;
      }
      assertThat(accepted).isEqualTo(1);
      assertThat(desk.redeem(code)).isEmpty();
      assertThat(desk.scene().rp.credentials("ada")).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeIsGoodForItsWholeHourUntilThereIsAKey(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      Approved approved = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus());
      assertThat(desk.redeem(approved.code())).as("and cancelled at the key").isPresent();
      desk.scene().factors.clock.advance(Duration.ofMinutes(25));
      forgotten(desk);
      PendingCeremony begun = desk.redeem(approved.code()).orElseThrow();
      assertThat(desk.scene().finish(begun, "new").accepted()).isTrue();
      desk.scene().factors.clock.advance(Duration.ofMinutes(25));
      forgotten(desk);
      assertThat(desk.redeem(approved.code())).as("the code was used").isEmpty();
    }
  }

  /** What expired long ago is forgotten when something else is begun. */
  private static void forgotten(Desk desk) throws Exception {
    PendingCeremony _ =
        desk.scene().rp.beginAuthentication(AuthenticationRequest.forUser("ada").discreetly());
  }

  @Test
  void whoCancelsAtTheKeyTriesAgainAndTheFirstRegistrationIsDead() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      PendingCeremony first = desk.redeem(code).orElseThrow();
      PendingCeremony second = desk.redeem(code).orElseThrow();
      assertThat(desk.scene().finish(first, "a").accepted()).isFalse();
      assertThat(desk.scene().finish(second, "b").accepted()).isTrue();
    }
  }

  @Test
  void usedCodeStaysUsedWhenItsRegistrationIsLongForgotten() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      desk.scene().finish(desk.redeem(code).orElseThrow(), "new");
      desk.scene().factors.clock.advance(Duration.ofMinutes(40));
      desk.scene().signIn("ada", "new"); // whoever begins something clears away
      assertThat(desk.redeem(code)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void usedCodeStaysUsedWhenItsKeyIsRevoked(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String id = desk.ask(desk.grace(), "ada");
      String code = desk.approve(id, desk.linus()).code();
      String made =
          desk.scene()
              .finish(desk.redeem(code).orElseThrow(), "new")
              .credential()
              .orElseThrow()
              .id();
      assertThat(desk.state(id)).isEqualTo(State.REDEEMED);
      desk.scene().rp.administration().credentials().revoke(made, DeskScene.DESK);
      assertThat(desk.redeem(code)).isEmpty();
      assertThat(desk.scene().trail("enrolment.redeem").getFirst().reason())
          .isEqualTo("the code was used");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyThatCameAnotherWayDoesNotVoidTheCode(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      assertThat(desk.redeem(code)).as("and cancelled at the key").isPresent();
      desk.scene().factors.clock.advance(Duration.ofMinutes(1));
      desk.scene().register("ada", "another");
      assertThat(desk.scene().finish(desk.redeem(code).orElseThrow(), "new").accepted()).isTrue();
      assertThat(desk.redeem(code)).isEmpty();
    }
  }

  @Test
  void requestWaitsADayAndTheCodeAnHour() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String id = desk.ask(desk.grace(), "ada");
      desk.scene().factors.clock.advance(Duration.ofHours(24));
      assertThatThrownBy(() -> desk.approve(id, desk.linus()))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("expired");
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      desk.scene().factors.clock.advance(Duration.ofHours(1));
      assertThat(desk.redeem(code)).isEmpty();
    }
  }

  @Test
  void declinedAndWithdrawnRequestsGiveNothing() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String declined = desk.ask(desk.grace(), "ada");
      desk.enrolments().decline(declined, desk.linus(), as(desk.linus()));
      assertThat(desk.state(declined)).isEqualTo(State.DECLINED);
      String withdrawn = desk.ask(desk.grace(), "ada");
      desk.enrolments().decline(withdrawn, desk.grace(), as(desk.grace()));
      assertThat(desk.state(withdrawn)).isEqualTo(State.WITHDRAWN);
      for (String id : List.of(declined, withdrawn, "nonsense")) {
        assertThatThrownBy(() -> desk.approve(id, desk.linus()))
            .isInstanceOf(AccountConflict.class);
      }
      assertThat(desk.scene().signIn("ada", "old").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeIsCalledBackAlsoWhenSomebodyIsAtIt(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String id = desk.ask(desk.grace(), "ada");
      String code = desk.approve(id, desk.linus()).code();
      assertThat(decline(desk, id, desk.linus())).isEqualTo(State.DECLINED);
      assertThat(desk.redeem(code)).isEmpty();
      assertThat(desk.scene().trail("enrolment.decline").getFirst().detail())
          .contains("\"asked_by\":\"grace\"", "\"approved_by\":\"linus\"");

      String second = desk.ask(desk.grace(), "ada");
      String typed = desk.approve(second, desk.linus()).code();
      PendingCeremony begun = desk.redeem(typed).orElseThrow();
      assertThat(decline(desk, second, desk.grace())).isEqualTo(State.WITHDRAWN);
      assertThat(desk.scene().finish(begun, "thief").accepted()).isFalse();
      assertThat(desk.redeem(typed)).isEmpty();
      assertThat(desk.scene().rp.credentials("ada")).hasSize(1);
    }
  }

  private static State decline(Desk desk, String id, User operator) throws Exception {
    return desk.enrolments().decline(id, operator, as(operator)).enrolment().state();
  }

  @ParameterizedTest
  @EnumSource
  void nextApprovalCallsTheCodeBeforeBack(DatabaseKind kind) throws Exception {
    try (Desk desk = Desk.open(folder, kind)) {
      String first = desk.ask(desk.grace(), "ada");
      String leaked = desk.approve(first, desk.linus()).code();
      PendingCeremony thief = desk.redeem(leaked).orElseThrow();
      String code = desk.approve(desk.ask(desk.grace(), "ada"), desk.linus()).code();
      assertThat(desk.redeem(leaked)).isEmpty();
      assertThat(desk.scene().finish(thief, "thief").accepted()).isFalse();
      assertThatThrownBy(() -> decline(desk, first, desk.linus()))
          .isInstanceOf(AccountConflict.class);
      assertThat(desk.scene().finish(desk.redeem(code).orElseThrow(), "new").accepted()).isTrue();
    }
  }

  @Test
  void codeThatMadeAKeyOrExpiredIsNotCalledBack() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String redeemed = desk.ask(desk.grace(), "ada");
      String code = desk.approve(redeemed, desk.linus()).code();
      desk.scene().finish(desk.redeem(code).orElseThrow(), "new");
      String expired = desk.ask(desk.grace(), "ada");
      desk.approve(expired, desk.linus());
      desk.scene().factors.clock.advance(Duration.ofHours(1));
      assertThatThrownBy(() -> decline(desk, redeemed, desk.linus()))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("redeemed");
      assertThatThrownBy(() -> decline(desk, expired, desk.linus()))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("expired");
    }
  }

  @Test
  void eachRowAboutACodeNamesTheRequestAndBothOperators() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      String id = desk.ask(desk.grace(), "ada");
      String code = desk.approve(id, desk.linus()).code();
      PendingCeremony begun = desk.redeem(code).orElseThrow();
      desk.scene().finish(begun, "new");
      desk.redeem(code);
      List<AuditRow> rows = new ArrayList<>(desk.scene().trail("enrolment.redeem"));
      assertThat(rows).extracting(AuditRow::outcome).containsExactly("refused", "succeeded");
      rows.add(desk.scene().trail("registration.complete").getFirst());
      assertThat(rows)
          .allSatisfy(it ->
              assertThat(it.detail())
                  .contains(
                      "\"request\":\"" + id + "\"",
                      "\"asked_by\":\"grace\"",
                      "\"decided_by\":\"linus\""));
    }
  }

  @Test
  void requestNeedsAReasonAndThereIsOneAtATime() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      for (String why : List.of("", "  ", "x".repeat(501))) {
        assertThatThrownBy(() -> desk.enrolments().ask("ada", why, desk.grace(), as(desk.grace())))
            .isInstanceOf(RequestInvalid.class);
      }
      desk.ask(desk.grace(), "ada");
      assertThatThrownBy(() -> desk.ask(desk.linus(), "ada")).isInstanceOf(AccountConflict.class);
    }
  }

  @Test
  void whoGuessesCodesIsToldNothingAndIsInTheTrail() throws Exception {
    try (Desk desk = Desk.open(folder, DatabaseKind.SQLITE)) {
      desk.approve(desk.ask(desk.grace(), "ada"), desk.linus());
      for (String code :
          List.of("", "AAAA-AAAA-AAAA-AAAA", "x".repeat(10_000), "' OR 1=1", "１２３")) {
        assertThat(desk.redeem(code)).as(code).isEmpty();
      }
      assertThat(desk.scene().trail("enrolment.redeem"))
          .hasSize(5)
          .allSatisfy(it -> assertThat(it.reason()).isEqualTo("no such code"));
    }
  }

  private interface Job<T> {
    T run(int number) throws Exception;
  }

  /** What those returned who were not refused. */
  private static <T> List<T> together(int many, Job<T> job) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Optional<T>>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      for (int i = 0; i < many; i++) {
        int number = i;
        results.add(
            threads.submit(() -> {
              start.await();
              try {
                return Optional.of(job.run(number));
              } catch (AccountConflict | NoSuchElementException e) {
                return Optional.<T>empty();
              }
            }));
      }
      start.countDown();
    }
    List<T> found = new ArrayList<>();
    for (Future<Optional<T>> it : results) {
      it.get().ifPresent(found::add);
    }
    return found;
  }
}
