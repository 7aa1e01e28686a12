package dev.touchstone.rp.factor.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.factor.password.account.PasswordResult;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordSignInTest {

  private static final String ADA = FactorScene.ADA.value();
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void passwordAndDeviceTogetherSignInWhereItIsAllowedAndNothingLess(DatabaseKind kind)
      throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      person(scene);
      OtpAuth device = device(scene);
      assertThatThrownBy(() -> signIn(scene, PASSWORD, now(scene, device)))
          .isInstanceOf(RequestInvalid.class)
          .hasMessageContaining("passkey");
      assertThat(scene.rp.passwords().allow(true, Caller.CONSOLE)).isTrue();
      assertThat(scene.rp.passwords().allow(true, Caller.CONSOLE)).isFalse();

      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device)))).isFalse(); // none yet
      scene.rp.passwords().set(ADA, PASSWORD.toCharArray(), Caller.CONSOLE);
      assertThat(isAccepted(signIn(scene, PASSWORD, "000000"))).isFalse();
      assertThat(isAccepted(signIn(scene, PASSWORD + "x", now(scene, device)))).isFalse();
      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device)))).isTrue();
      assertThat(scene.rp.user(ADA).orElseThrow().lastSignIn()).contains(scene.clock.instant());
      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device))))
          .as("a code twice")
          .isFalse();

      assertThat(scene.rp.passwords().remove(ADA, Caller.CONSOLE)).isTrue();
      assertThat(scene.rp.passwords().remove(ADA, Caller.CONSOLE)).isFalse();
      scene.clock.advance(Duration.ofMinutes(1));
      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device)))).isFalse();
    }
  }

  @Test
  void passwordAloneNeverSignsIn() throws Exception {
    try (FactorScene scene = allowed()) {
      scene.rp.passwords().set(ADA, PASSWORD.toCharArray(), Caller.CONSOLE);
      assertThat(isAccepted(signIn(scene, PASSWORD, ""))).isFalse();
      assertThat(isAccepted(signIn(scene, PASSWORD, "123456"))).isFalse();
    }
  }

  @Test
  void disabledOwnerIsRefused() throws Exception {
    try (FactorScene scene = allowed()) {
      OtpAuth device = device(scene);
      scene.rp.passwords().set(ADA, PASSWORD.toCharArray(), Caller.CONSOLE);
      scene.rp.administration().accounts().changeStatus(ADA, Status.DISABLED, Caller.CONSOLE);
      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device)))).isFalse();
    }
  }

  @Test
  void guessesOfStrangersEndAndTheOwnerStillGetsInFromWhereTheyAreKnown() throws Exception {
    try (FactorScene scene = allowed()) {
      OtpAuth device = device(scene);
      scene.rp.passwords().set(ADA, PASSWORD.toCharArray(), Caller.CONSOLE);
      for (int i = 0; i < 30; i++) {
        assertThat(isAccepted(guess(scene, i, "wrong guess " + i, "000000"))).isFalse();
      }
      assertThat(isAccepted(guess(scene, 99, PASSWORD, now(scene, device))))
          .as("the right one, and no guess left")
          .isFalse();
      assertThat(isAccepted(signIn(scene, PASSWORD, now(scene, device)))).isTrue();
      scene.clock.advance(Duration.ofDays(1));
      assertThat(isAccepted(guess(scene, 99, PASSWORD, now(scene, device)))).isTrue();
    }
  }

  @Test
  void nobodyWithoutAnAccountGetsAPassword() throws Exception {
    try (FactorScene scene = allowed()) {
      assertThatThrownBy(
              () -> scene.rp.passwords().set("bob", PASSWORD.toCharArray(), Caller.CONSOLE))
          .isInstanceOf(UnknownUser.class);
      assertThatThrownBy(
              () -> scene.rp.passwords().set(ADA, "password1".toCharArray(), Caller.CONSOLE))
          .isInstanceOf(RequestInvalid.class);
      assertThat(scene.rp.passwords().state(ADA).isSet()).isFalse();
    }
  }

  private FactorScene allowed() throws Exception {
    FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE);
    person(scene);
    scene.rp.passwords().allow(true, Caller.CONSOLE);
    return scene;
  }

  /** From now on they are known at home. */
  private static void person(FactorScene scene) throws Exception {
    scene.rp.emailCodes().verification().begin(FactorScene.ADA, FactorScene.HOME);
    String code = scene.code(FactorScene.ADA).orElseThrow();
    assertThat(scene.verify(FactorScene.ADA, code, FactorScene.HOME)).isPresent();
  }

  private static OtpAuth device(FactorScene scene) throws Exception {
    OtpAuth told = scene.rp.totp().enable(ADA, Totp.USUAL, Optional.empty(), Caller.CONSOLE);
    Optional<List<String>> codes = scene.rp.totp().confirm(ADA, now(scene, told), Caller.CONSOLE);
    assertThat(codes).isPresent();
    scene.clock.advance(Duration.ofMinutes(1));
    return told;
  }

  private static String now(FactorScene scene, OtpAuth device) {
    return device.totp().code(device.secret(), device.totp().step(scene.clock.instant()));
  }

  private static PasswordResult signIn(FactorScene scene, String password, String code)
      throws Exception {
    return scene.rp.passwordSignIn().signIn(ADA, password.toCharArray(), code, FactorScene.HOME);
  }

  private static PasswordResult guess(FactorScene scene, int from, String password, String code)
      throws Exception {
    return scene
        .rp
        .passwordSignIn()
        .signIn(ADA, password.toCharArray(), code, FactorScene.from(from));
  }

  private static boolean isAccepted(PasswordResult result) {
    return result instanceof PasswordResult.Accepted;
  }
}
