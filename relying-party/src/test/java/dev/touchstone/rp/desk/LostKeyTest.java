package dev.touchstone.rp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.lost.LostKey;
import dev.touchstone.rp.desk.lost.LostKey.Answer;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCredential;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.token.Scope;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is lost, and its owner is on the telephone; or somebody who says so. */
class LostKeyTest {

  private static final String ADA = "ada@example.org";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void lostKeyStopsWithTheCodeAndGoesWhenTheNewOneIsThere(DatabaseKind kind) throws Exception {
    try (DeskScene scene = new DeskScene(folder, kind)) {
      scene.verified(ADA);
      Credential old = scene.register(ADA, "old");
      assertThat(scene.signIn(ADA, "old").accepted()).isTrue();
      scene.sendCode(ADA);
      Answer answer =
          scene.lostKey().report(ADA, old.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
      assertThat(answer).isInstanceOf(Answer.Proven.class);
      assertThat(scene.signIn(ADA, "old").accepted()).isFalse();
      assertThat(scene.lostKey().mayGoOn(scene.credential(old.id()))).isTrue();
      Credential fresh = scene.register(ADA, "new");
      scene.lostKey().replaced(old.id(), fresh.id(), DeskScene.DESK);
      assertThatThrownBy(() -> scene.credential(old.id())).isInstanceOf(UnknownCredential.class);
      assertThat(scene.signIn(ADA, "new").accepted()).isTrue();
      assertThat(scene.trail("desk.lost-key").getFirst().detail())
          .contains("\"proof\":\"" + "email" + "\"");
      assertThat(scene.trail("desk.replaced").getFirst().detail())
          .contains("\"replacement\":\"" + fresh.id() + "\"");
    }
  }

  @Test
  void lostKeyLeavesNoSessionBehind() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.verified(ADA);
      Credential key = scene.register(ADA, "old");
      dev.touchstone.rp.token.Proof signedIn =
          dev.touchstone.rp.token.Proof.passkey(true, true, scene.factors.clock.instant());
      String session =
          scene
              .rp
              .tokens()
              .sessions()
              .begin(ada, signedIn, Scope.all(), DeskScene.DESK)
              .session()
              .id();
      scene.sendCode(ADA);
      scene.lostKey().report(ADA, key.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
      assertThat(scene.rp.tokens().sessions().find(session).orElseThrow().ended()).isPresent();
    }
  }

  @Test
  void wrongCodeChangesNothingAndIsTold() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential key = scene.register(ADA, "old");
      scene.sendCode(ADA);
      Answer answer =
          scene.lostKey().report(ADA, key.id(), Proof.EMAIL, "00000000", DeskScene.DESK);
      assertThat(answer).isEqualTo(new Answer.NotProven("the code is wrong"));
      assertThat(scene.credential(key.id()).lost()).isEmpty();
      assertThat(scene.signIn(ADA, "old").accepted()).isTrue();
      assertThat(scene.trail("desk.lost-key"))
          .singleElement()
          .satisfies(it -> assertThat(it.outcome()).isEqualTo("refused"));
    }
  }

  @Test
  void codeForTheDeskOpensNoOtherDoorAndNoOtherCodeOpensThisOne() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential key = scene.register(ADA, "old");
      scene.sendCode(ADA);
      String deskCode = scene.mailedCode(ADA);
      assertThat(
              scene
                  .rp
                  .emailCodes()
                  .recovery()
                  .finish(EmailAddress.parse(ADA), deskCode, "", DeskScene.DESK))
          .isEmpty();
      scene.factors.clock.advance(Duration.ofMinutes(1));
      scene.rp.emailCodes().recovery().begin(EmailAddress.parse(ADA), DeskScene.DESK);
      String recovery = scene.mailedCode(ADA);
      assertThat(recovery).isNotEqualTo(deskCode);
      assertThat(scene.lostKey().report(ADA, key.id(), Proof.EMAIL, recovery, DeskScene.DESK))
          .isInstanceOf(Answer.NotProven.class);
    }
  }

  @Test
  void codeIsGoodOnceAndForFiveMinutes() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential key = scene.register(ADA, "old");
      scene.sendCode(ADA);
      String code = scene.mailedCode(ADA);
      scene.lostKey().report(ADA, key.id(), Proof.EMAIL, code, DeskScene.DESK);
      assertThat(scene.lostKey().found(ADA, key.id(), Proof.EMAIL, code, DeskScene.DESK))
          .isInstanceOf(Answer.NotProven.class);
      assertThat(scene.credential(key.id()).lost()).isPresent();
      scene.sendCode(ADA);
      String second = scene.mailedCode(ADA);
      scene.factors.clock.advance(Duration.ofMinutes(6));
      assertThat(scene.lostKey().found(ADA, key.id(), Proof.EMAIL, second, DeskScene.DESK))
          .isInstanceOf(Answer.NotProven.class);
    }
  }

  @Test
  void thiefWhoSaysThatTheKeyWasFoundNeedsTheCodeToo() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential key = scene.register(ADA, "old");
      scene.sendCode(ADA);
      scene.lostKey().report(ADA, key.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
      assertThat(scene.lostKey().found(ADA, key.id(), Proof.EMAIL, "", DeskScene.DESK))
          .isInstanceOf(Answer.NotProven.class);
      scene.sendCode(ADA);
      assertThat(
              scene
                  .lostKey()
                  .found(ADA, key.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK))
          .isInstanceOf(Answer.Proven.class);
      assertThat(scene.signIn(ADA, "old").accepted()).isTrue();
    }
  }

  @Test
  void addressThatNobodyVerifiedProvesNobody() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.factors.made(EmailAddress.parse(ADA));
      Credential key = scene.register(ADA, "old");
      assertThatThrownBy(() -> scene.lostKey().sendCode(ADA, DeskScene.DESK))
          .isInstanceOf(AccountConflict.class);
      for (Proof proof : Proof.values()) {
        assertThat(scene.lostKey().report(ADA, key.id(), proof, "12345678", DeskScene.DESK))
            .isInstanceOf(Answer.NotProven.class);
      }
      assertThat(scene.signIn(ADA, "old").accepted()).isTrue();
    }
  }

  @Test
  void keyOfSomebodyElseIsNotTouchedByOnesOwnCode() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      scene.account("bob", Role.USER);
      Credential bobs = scene.register("bob", "bob's");
      scene.sendCode(ADA);
      String code = scene.mailedCode(ADA);
      assertThatThrownBy(
              () -> scene.lostKey().report(ADA, bobs.id(), Proof.EMAIL, code, DeskScene.DESK))
          .isInstanceOf(UnknownCredential.class);
      assertThat(scene.signIn("bob", "bob's").accepted()).isTrue();
    }
  }

  @Test
  void replacementIsAnotherKeyOfTheSamePersonAndNeverForOneThatIsNotLost() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential old = scene.register(ADA, "old");
      Credential second = scene.register(ADA, "second");
      scene.account("bob", Role.USER);
      Credential bobs = scene.register("bob", "bob's");
      LostKey lostKey = scene.lostKey();
      assertThatThrownBy(() -> lostKey.replaced(old.id(), second.id(), DeskScene.DESK))
          .isInstanceOf(AccountConflict.class);
      scene.sendCode(ADA);
      lostKey.report(ADA, old.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
      assertThatThrownBy(() -> lostKey.replaced(old.id(), bobs.id(), DeskScene.DESK))
          .isInstanceOf(AccountConflict.class);
      assertThatThrownBy(() -> lostKey.replaced(old.id(), old.id(), DeskScene.DESK))
          .isInstanceOf(AccountConflict.class);
      assertThat(scene.credential(old.id()).lost()).isPresent();
    }
  }

  @Test
  void afterHalfAnHourTheIdentityIsCheckedAnew() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential old = scene.register(ADA, "old");
      scene.sendCode(ADA);
      scene.lostKey().report(ADA, old.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
      scene.factors.clock.advance(Duration.ofMinutes(29));
      assertThat(scene.lostKey().mayGoOn(scene.credential(old.id()))).isTrue();
      scene.factors.clock.advance(Duration.ofMinutes(1));
      assertThat(scene.lostKey().mayGoOn(scene.credential(old.id()))).isFalse();
    }
  }

  @Test
  void nobodyGetsANewKeyForADisabledAccount() throws Exception {
    try (DeskScene scene = new DeskScene(folder, DatabaseKind.SQLITE)) {
      scene.verified(ADA);
      Credential old = scene.register(ADA, "old");
      scene.sendCode(ADA);
      String code = scene.mailedCode(ADA);
      scene.rp.administration().accounts().changeStatus(ADA, Status.DISABLED, DeskScene.DESK);
      assertThatThrownBy(
              () -> scene.lostKey().report(ADA, old.id(), Proof.EMAIL, code, DeskScene.DESK))
          .isInstanceOf(AccountConflict.class);
    }
  }
}
