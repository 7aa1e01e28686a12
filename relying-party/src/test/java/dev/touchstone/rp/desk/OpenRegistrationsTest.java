package dev.touchstone.rp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyReference.ByToken;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thief who was in for a moment keeps a registration open, and answers it when their way in was
 * closed.
 */
class OpenRegistrationsTest {

  private static final String ADA = "ada";

  @TempDir private Path folder;

  private static PendingCeremony begun(DeskScene scene) throws Exception {
    return scene.rp.beginRegistration(RegistrationRequest.forUser(ADA).labelled("thief"));
  }

  private static DeskScene withAda(Path folder, DatabaseKind kind) throws Exception {
    DeskScene scene = new DeskScene(folder, kind);
    var _ = scene.account(ADA, Role.USER);
    var _ = scene.register(ADA, "old");
    return scene;
  }

  private static Caller as(User operator) {
    return new Caller(operator.name(), "", "touchstone");
  }

  @ParameterizedTest
  @EnumSource
  void approvalThatStopsAllKeysStopsThatOfTheThiefToo(DatabaseKind kind) throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      User grace = scene.account("grace", Role.SUPPORT);
      User linus = scene.account("linus", Role.SUPPORT);
      PendingCeremony byId = begun(scene);
      PendingCeremony byToken = begun(scene);
      String id =
          scene.rp.helpDesk().enrolments().ask(ADA, "why", grace, as(grace)).enrolment().id();
      String code = scene.rp.helpDesk().enrolments().approve(id, linus, as(linus)).code();

      Verdict verdict = scene.finish(byId, "thief");
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.failedSteps().toString()).contains("taken back");
      assertThat(
              scene
                  .rp
                  .finishRegistration(
                      new ByToken(scene.rp.challengeToken(byToken)),
                      scene.key("thief").register(byToken.optionsJson()),
                      Caller.CONSOLE)
                  .accepted())
          .isFalse();
      PendingCeremony owner =
          scene.rp.helpDesk().redemption().begin(code, "new", Caller.CONSOLE).orElseThrow();
      assertThat(scene.finish(owner, "new").accepted()).isTrue();
      assertThat(scene.rp.credentials(ADA))
          .extracting(Credential::label)
          .containsOnly("old", "new");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverEndsAllSessionsEndsOpenRegistrations(DatabaseKind kind) throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      PendingCeremony thief = begun(scene);
      var _ = scene.rp.tokens().sessions().endAll(ADA, Caller.CONSOLE);
      assertThat(scene.finish(thief, "thief").accepted()).isFalse();
      assertThat(scene.finish(begun(scene), "later").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsSignedOutBetweenTheCheckOfTheirTokenAndTheBeginningBeginsNothing(DatabaseKind kind)
      throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      User checked = scene.rp.user(ADA).orElseThrow();
      RegistrationRequest request = RegistrationRequest.forUser(ADA).labelled("thief");
      assertThat(scene.finish(scene.rp.beginRegistration(request.by(checked)), "first").accepted())
          .isTrue();

      var _ = scene.rp.tokens().sessions().endAll(ADA, Caller.CONSOLE);

      assertThatThrownBy(() -> scene.rp.beginRegistration(request.by(checked)))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("signed out everywhere");
      User again = scene.rp.user(ADA).orElseThrow();
      assertThat(scene.finish(scene.rp.beginRegistration(request.by(again)), "second").accepted())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverTakesOverANameGetsNoKeyOfItsFormerOwner(DatabaseKind kind) throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      User former = scene.rp.user(ADA).orElseThrow();
      User another =
          new User(
              Bytes.ofBase64Url("YW5vdGhlcg").base64Url(),
              former.name(),
              former.displayName(),
              former.profile(),
              former.role(),
              former.status(),
              former.created(),
              former.lastSignIn(),
              former.credentials(),
              former.emailVerified(),
              former.lastCutOff());
      assertThatThrownBy(() ->
              scene.rp.beginRegistration(
                  RegistrationRequest.forUser(ADA).labelled("former").by(another)))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("another one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void disabledAccountGetsNoKeyNeitherNowNorWhenItIsEnabled(DatabaseKind kind) throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      PendingCeremony before = begun(scene);
      status(scene, Status.DISABLED);
      PendingCeremony meanwhile = begun(scene);
      Verdict refused = scene.finish(meanwhile, "meanwhile");
      assertThat(refused.accepted()).isFalse();
      assertThat(refused.failedSteps().toString()).contains("disabled");
      status(scene, Status.ACTIVE);
      assertThat(scene.finish(before, "before").accepted()).isFalse();
      assertThat(scene.rp.credentials(ADA)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void accountThatIsGoneGetsNoKey(DatabaseKind kind) throws Exception {
    try (DeskScene scene = withAda(folder, kind)) {
      PendingCeremony begun = begun(scene);
      var _ = scene.rp.administration().accounts().delete(ADA, Caller.CONSOLE);
      assertThat(scene.finish(begun, "late").accepted()).isFalse();
      assertThat(scene.rp.user(ADA)).isEqualTo(Optional.empty());
    }
  }

  private static void status(DeskScene scene, Status status) throws Exception {
    var _ = scene.rp.administration().accounts().changeStatus(ADA, status, Caller.CONSOLE);
  }
}
