package dev.touchstone.rp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.desk.operator.OperatorSessions;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators sign in with keys. */
class OperatorSessionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void operatorWhoSignedInIsKnownUntilTheySignOut(DatabaseKind kind) throws Exception {
    try (DeskScene scene = new DeskScene(folder, kind)) {
      OperatorSessions sessions = scene.rp.helpDesk().operators();
      String secret = grace(scene);
      assertThat(sessions.who(secret)).map(User::name).hasValue("grace");
      assertThat(sessions.who("somebody else")).isEmpty();
      assertThat(sessions.end(secret, Caller.CONSOLE)).isTrue();
      assertThat(sessions.who(secret)).isEmpty();
      assertThat(sessions.end(secret, Caller.CONSOLE)).isFalse();
      assertThat(scene.trail("operator.sign-in").getFirst().actor()).isEqualTo("grace");
      assertThat(scene.trail("operator.sign-in").toString()).doesNotContain(secret);
    }
  }

  @Test
  void sessionThatNobodyUsesEndsAndNoneLastsLongerThanADay() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      OperatorSessions sessions = scene.rp.helpDesk().operators();
      String idle = grace(scene);
      scene.factors.clock.advance(OperatorSessions.IDLE);
      assertThat(sessions.who(idle)).isEmpty();
      String busy = sessions.begin(scene.signIn("grace", "grace's"), Caller.CONSOLE);
      for (int i = 0; i < 59; i++) {
        scene.factors.clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.who(busy)).isPresent();
      }
      scene.factors.clock.advance(Duration.ofMinutes(10));
      assertThat(sessions.who(busy)).isEmpty();
    }
  }

  @Test
  void whoIsDisabledOrLosesTheirRoleIsOutAtOnce() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      OperatorSessions sessions = scene.rp.helpDesk().operators();
      String secret = grace(scene);
      scene.rp.administration().accounts().changeStatus("grace", Status.DISABLED, DeskScene.DESK);
      assertThat(sessions.who(secret)).isEmpty();
      scene.rp.administration().accounts().changeStatus("grace", Status.ACTIVE, DeskScene.DESK);
      assertThat(sessions.who(secret)).as("who is enabled again signs in again").isEmpty();
      String again = sessions.begin(scene.signIn("grace", "grace's"), Caller.CONSOLE);
      scene.rp.administration().accounts().changeRole("grace", Role.AUDITOR, DeskScene.DESK);
      assertThat(sessions.who(again)).map(User::role).hasValue(Role.AUDITOR);
      scene.rp.administration().accounts().changeRole("grace", Role.USER, DeskScene.DESK);
      assertThat(sessions.who(again)).isEmpty();
    }
  }

  @Test
  void refusedKeyAndAccountWithoutARoleBeginNoSession() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      OperatorSessions sessions = scene.rp.helpDesk().operators();
      scene.account("bob", Role.USER);
      scene.register("bob", "bob's");
      assertThatThrownBy(() -> sessions.begin(scene.signIn("bob", "bob's"), Caller.CONSOLE))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("no role");
      assertThat(scene.trail("operator.sign-in")).hasSize(1);
      scene.account("grace", Role.SUPPORT);
      scene.register("grace", "grace's");
      scene.rp.administration().accounts().changeStatus("grace", Status.DISABLED, DeskScene.DESK);
      assertThatThrownBy(() -> sessions.begin(scene.signIn("grace", "grace's"), Caller.CONSOLE))
          .isInstanceOf(AccountConflict.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void signInThatWasJudgedBeforeASignOutBeginsNoSession(DatabaseKind kind) throws Exception {
    try (DeskScene scene = new DeskScene(folder, kind)) {
      scene.account("grace", Role.SUPPORT);
      scene.register("grace", "grace's");
      Verdict judged = scene.signIn("grace", "grace's");
      var _ = scene.rp.tokens().sessions().endAll("grace", Caller.CONSOLE);
      OperatorSessions sessions = scene.rp.helpDesk().operators();
      assertThatThrownBy(() -> sessions.begin(judged, Caller.CONSOLE))
          .isInstanceOf(AccountConflict.class);
      assertThat(sessions.begin(scene.signIn("grace", "grace's"), Caller.CONSOLE)).isNotEmpty();
    }
  }

  private static String grace(DeskScene scene) throws Exception {
    scene.account("grace", Role.SUPPORT);
    scene.register("grace", "grace's");
    return scene.rp.helpDesk().operators().begin(scene.signIn("grace", "grace's"), Caller.CONSOLE);
  }
}
