package dev.touchstone.rp.factor.totp;

import static dev.touchstone.rp.factor.FactorScene.ADA;
import static dev.touchstone.rp.factor.FactorScene.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotpDevicesTest {

  private static final String NAME = ADA.value();
  private static final int THREADS = 32;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void deviceIsAFactorFromItsFirstCorrectCodeOnAndNoCodeCountsTwice(DatabaseKind kind)
      throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      scene.made(ADA);
      TotpDevices devices = scene.rp.totp();
      OtpAuth told = devices.enable(NAME, Totp.USUAL, Optional.empty(), HOME);
      assertThat(devices.pending(NAME)).isEqualTo(told);
      assertThat(devices.check(NAME, code(scene, told, 0), HOME)).isFalse();
      assertThat(devices.confirm(NAME, "000000", HOME)).isEmpty();
      String first = code(scene, told, 0);
      assertThat(devices.confirm(NAME, first, HOME))
          .hasValueSatisfying(it -> assertThat(it).hasSize(10).doesNotHaveDuplicates());
      assertThat(devices.check(NAME, first, HOME)).isFalse();
      assertThatThrownBy(() -> devices.pending(NAME)).isInstanceOf(AccountConflict.class);
      assertThatThrownBy(() -> devices.enable(NAME, Totp.USUAL, Optional.empty(), HOME))
          .isInstanceOf(AccountConflict.class);
      scene.clock.advance(Duration.ofSeconds(30));
      assertThat(devices.check(NAME, code(scene, told, 0), HOME)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoTypeOneCodeAtOnceExactlyOneWins(DatabaseKind kind) throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      OtpAuth told = confirmed(scene);
      String code = code(scene, told, 0);
      CyclicBarrier barrier = new CyclicBarrier(THREADS);
      List<Boolean> accepted = new ArrayList<>();
      try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
        Callable<Boolean> task =
            () -> {
              barrier.await();
              return scene.rp.totp().check(NAME, code, HOME);
            };
        for (Future<Boolean> future :
            pool.invokeAll(java.util.Collections.nCopies(THREADS, task))) {
          accepted.add(future.get());
        }
      }
      assertThat(accepted).containsOnlyOnce(true);
    }
  }

  @Test
  void clockMayBeOffByOneStepAndNoMore() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      OtpAuth told = confirmed(scene);
      scene.clock.advance(Duration.ofMinutes(10));
      assertThat(scene.rp.totp().check(NAME, code(scene, told, -2), HOME)).isFalse();
      assertThat(scene.rp.totp().check(NAME, code(scene, told, 2), HOME)).isFalse();
      assertThat(scene.rp.totp().check(NAME, code(scene, told, -1), HOME)).isTrue();
      assertThat(scene.rp.totp().check(NAME, code(scene, told, 1), HOME)).isTrue();
      assertThat(scene.rp.totp().check(NAME, code(scene, told, 0), HOME)).isFalse();
    }
  }

  @Test
  void recoveryCodeCountsOnceHoweverItIsTyped() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      confirmed(scene);
      List<String> codes = scene.rp.totp().newRecoveryCodes(NAME, HOME);
      String typed = codes.getFirst().toLowerCase(Locale.ROOT).replace('-', ' ');
      assertThat(scene.rp.totp().check(NAME, typed, HOME)).isTrue();
      assertThat(scene.rp.totp().check(NAME, codes.getFirst(), HOME)).isFalse();
      assertThat(scene.rp.totp().state(NAME).recoveryCodes()).isEqualTo(9);
      scene.rp.totp().newRecoveryCodes(NAME, HOME);
      assertThat(scene.rp.totp().check(NAME, codes.get(1), HOME)).isFalse();
    }
  }

  @Test
  void guessesAreLimitedAndRightCodesCostNothing() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      OtpAuth told = confirmed(scene);
      for (int i = 0; i < 50; i++) {
        scene.clock.advance(Duration.ofSeconds(30));
        assertThat(scene.rp.totp().check(NAME, code(scene, told, 0), HOME)).isTrue();
      }
      String wrong = code(scene, told, 100);
      for (int i = 0; i < 30; i++) {
        assertThat(scene.rp.totp().check(NAME, wrong, HOME)).isFalse();
      }
      scene.clock.advance(Duration.ofSeconds(30));
      assertThat(scene.rp.totp().check(NAME, code(scene, told, 0), HOME)).isFalse();
      scene.clock.advance(Duration.ofHours(2));
      assertThat(scene.rp.totp().check(NAME, code(scene, told, 0), HOME)).isTrue();
    }
  }

  @Test
  void secretOfAnotherServiceIsTakenOver() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.made(ADA);
      OtpAuth theirs =
          OtpAuth.parse(
              "otpauth://totp/Old:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&digits=8&period=60",
              Totp.USUAL);
      OtpAuth told =
          scene.rp.totp().enable(NAME, theirs.totp(), Optional.of(theirs.secret()), HOME);
      assertThat(told.secret()).isEqualTo(theirs.secret());
      assertThat(scene.rp.totp().confirm(NAME, code(scene, theirs, 0), HOME)).isPresent();
    }
  }

  private static OtpAuth confirmed(FactorScene scene) throws Exception {
    scene.made(ADA);
    OtpAuth told = scene.rp.totp().enable(NAME, Totp.USUAL, Optional.empty(), HOME);
    assertThat(scene.rp.totp().confirm(NAME, code(scene, told, 0), HOME)).isPresent();
    scene.clock.advance(Duration.ofSeconds(60));
    return told;
  }

  private static String code(FactorScene scene, OtpAuth told, int steps) {
    return told.totp().code(told.secret(), told.totp().step(scene.clock.instant()) + steps);
  }
}
