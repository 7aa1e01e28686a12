package dev.touchstone.rp.factor.email;

import static dev.touchstone.rp.factor.FactorScene.ADA;
import static dev.touchstone.rp.factor.FactorScene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

class EmailCodesTest {

  private static final int THREADS = 32;
  private static final EmailAddress NEW = EmailAddress.parse("ada@example.com");
  private static final EmailAddress EVE = EmailAddress.parse("eve@example.net");
  private static final Caller HOTEL = new Caller("", "203.0.113.9", "browser");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void codeOfTheMailMakesTheAccountAndVerifiesItsAddressOnce(DatabaseKind kind) throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      assertThat(code).matches("[0-9]{4} [0-9]{4}");
      assertThat(scene.rp.users()).isEmpty();

      Optional<User> user = scene.verify(ADA, code, HOME);
      assertThat(user.flatMap(User::emailVerified)).hasValue(scene.clock.instant());
      assertThat(scene.verify(ADA, code, HOME)).isEmpty();
      assertThat(scene.rp.users()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoTypeOneCodeAtOnceExactlyOneWins(DatabaseKind kind) throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      scene.registered(ADA);
      scene.rp.emailCodes().recovery().begin(ADA, HOME);
      scene.clock.advance(Duration.ofSeconds(1));
      String code = scene.code(ADA).orElseThrow();
      CyclicBarrier barrier = new CyclicBarrier(THREADS);
      List<Boolean> accepted = new ArrayList<>();
      try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int number = i;
          tasks.add(() -> {
            barrier.await();
            return scene
                .rp
                .emailCodes()
                .recovery()
                .finish(ADA, code, "", FactorScene.from(number))
                .isPresent();
          });
        }
        for (Future<Boolean> future : pool.invokeAll(tasks)) {
          accepted.add(future.get());
        }
      }
      assertThat(accepted).containsOnlyOnce(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abcdefgh",
        "1234567a",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "12345",
        "123456789",
        "0x123456",
        "1234\n5678",
        "+1234567"
      })
  void whatIsNoCodeIsRefusedAndCostsNothing(String typed) throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      for (int i = 0; i < 50; i++) {
        assertThat(scene.verify(ADA, typed, HOME)).isEmpty();
      }
      assertThat(scene.verify(ADA, scene.code(ADA).orElseThrow(), HOME)).isPresent();
    }
  }

  @Test
  void codeIsTakenHoweverItIsGrouped() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      String digits = scene.code(ADA).orElseThrow().replace(" ", "");
      String typed =
          " "
              + digits.substring(0, 3)
              + "\u00a0"
              + digits.substring(3, 6)
              + "-"
              + digits.substring(6)
              + " ";
      assertThat(scene.verify(ADA, typed, HOME)).isPresent();
    }
  }

  @Test
  void codeIsGoodForFiveMinutesAndNotOnAClockThatWentBack() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      scene.clock.advance(Duration.ofHours(-1));
      assertThat(scene.verify(ADA, code, HOME)).isEmpty();
      scene.clock.advance(Duration.ofHours(1).plusMinutes(5));
      assertThat(scene.verify(ADA, code, HOME)).isEmpty();
      scene.clock.advance(Duration.ofMillis(-1));
      assertThat(scene.verify(ADA, code, HOME)).isPresent();
    }
  }

  @Test
  void codeForOnePurposeAddressOrAccountIsGoodForNoOther() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.registered(ADA);
      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().recovery().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      assertThat(scene.verify(ADA, code, HOME)).isEmpty();
      assertThat(scene.rp.emailCodes().recovery().finish(NEW, code, "", HOME)).isEmpty();
      assertThat(scene.rp.emailCodes().change().finish(ADA.value(), NEW, code, code, HOME))
          .isEmpty();
      assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, "", HOME)).isPresent();
    }
  }

  @Test
  void whoeverAsksForATakenAddressLearnsNothingAndItsOwnerIsTold() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.registered(ADA);
      scene
          .rp
          .administration()
          .accounts()
          .create(new AccountText("x", "x", ProfileText.NOTHING), Role.USER, HOME);
      assertThat(ada.credentials()).isZero();
      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().recovery().begin(EmailAddress.parse("nobody@example.org"), HOME);
      assertThat(scene.mail()).noneMatch(it -> it.to().startsWith("nobody"));
      assertThat(scene.rp.mail().queue(Optional.of(MailState.WITHHELD), 10))
          .singleElement()
          .satisfies(it -> assertThat(it.content().length()).isZero());
    }
  }

  @Test
  void neitherCodeNorMailCanBeReadInTheDatabase() throws Exception {
    String code;
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      code = scene.code(ADA).orElseThrow();
    }
    String file = Files.readString(folder.resolve("touchstone.db"), StandardCharsets.ISO_8859_1);
    assertThat(file)
        .contains("ada@example.org")
        .doesNotContain(code)
        .doesNotContain(code.replace(" ", ""));
  }

  @Test
  void anotherAddressNeedsTheCodesOfBoth() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.registered(ADA);
      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().change().begin(ada.name(), NEW, HOME);
      String old = scene.code(ADA).orElseThrow();
      String fresh = scene.code(NEW).orElseThrow();
      assertThat(scene.rp.emailCodes().change().finish(ada.name(), NEW, fresh, fresh, HOME))
          .isEmpty();
      User moved =
          scene.rp.emailCodes().change().finish(ada.name(), NEW, old, fresh, HOME).orElseThrow();
      assertThat(moved.profile().email()).hasValue("ada@example.com");
      assertThat(moved.name()).isEqualTo("ada@example.com");
      assertThat(moved.handle()).isEqualTo(ada.handle());
      assertThat(moved.emailVerified()).isPresent();
    }
  }

  @Test
  void recoveryOfAnAccountWithADeviceNeedsTheDeviceToo() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.registered(ADA);
      OtpAuth device = device(scene, ada);
      long step = Totp.USUAL.step(scene.clock.instant());
      scene.clock.advance(Duration.ofSeconds(30));
      scene.rp.emailCodes().recovery().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, "", HOME)).isEmpty();
      String second = Totp.USUAL.code(device.secret(), step + 1);
      assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, second, HOME)).isPresent();
    }
  }

  /** Confirmed, a factor from now on. */
  private static OtpAuth device(FactorScene scene, User user) throws Exception {
    OtpAuth device = scene.rp.totp().enable(user.name(), Totp.USUAL, Optional.empty(), HOME);
    long step = Totp.USUAL.step(scene.clock.instant());
    assertThat(scene.rp.totp().confirm(user.name(), Totp.USUAL.code(device.secret(), step), HOME))
        .isPresent();
    return device;
  }

  @Test
  void verifiedAccountIsEnteredByRecoveryAndNotByRegisteringAgain() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.registered(ADA);
      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      assertThat(scene.mail().getFirst().text()).contains("account for it already");

      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().recovery().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, "", HOME))
          .map(User::handle)
          .hasValue(ada.handle());
    }
  }

  @Test
  void codeOfAnInvitationIsWorthNothingOnceTheAccountHasADevice() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.made(ADA);
      scene.rp.emailCodes().verification().begin(ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      OtpAuth _ = device(scene, ada);
      assertThat(scene.verify(ADA, code, HOME)).isEmpty();
    }
  }

  @Test
  void whoeverWasInvitedEntersByTheirMailbox() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.made(ADA);
      assertThat(scene.registered(ADA).handle()).isEqualTo(ada.handle());
    }
  }

  @Test
  void whoeverAsksToRegisterAnAddressUsesUpNoMailOfItsRecovery() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.registered(ADA);
      for (int i = 0; i < 200; i++) {
        scene.rp.emailCodes().verification().begin(ADA, FactorScene.from(i));
      }
      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().recovery().begin(ADA, HOTEL);
      String code = scene.code(ADA).orElseThrow();
      assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, "", HOTEL)).isPresent();
    }
  }

  @Test
  void whoeverWantsTheAddressOfSomebodyUsesUpNothingOfTheirNetworks() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.registered(ADA);
      Caller den = FactorScene.from(1);
      User eve = scene.made(EVE);
      scene.rp.emailCodes().verification().begin(EVE, den);
      assertThat(scene.verify(EVE, scene.code(EVE).orElseThrow(), den)).isPresent();
      for (int i = 0; i < 5; i++) {
        scene.rp.emailCodes().change().begin(eve.name(), ADA, den);
        for (int guess = 0; guess < 5; guess++) {
          assertThat(scene.rp.emailCodes().change().finish(eve.name(), ADA, "", "00000000", den))
              .isEmpty();
        }
        scene.clock.advance(Duration.ofMinutes(5));
      }
      scene.rp.emailCodes().recovery().begin(ADA, HOME);
      assertThat(scene.code(ADA).orElseThrow()).matches("[0-9]{4} [0-9]{4}");
    }
  }

  @Test
  void ownAddressThatNobodyVerifiedCanBeVerified() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      User ada = scene.made(ADA);
      scene.rp.emailCodes().change().begin(ada.name(), ADA, HOME);
      String code = scene.code(ADA).orElseThrow();
      Optional<User> verified =
          scene.rp.emailCodes().change().finish(ada.name(), ADA, "", code, HOME);
      assertThat(verified.flatMap(User::emailVerified)).hasValue(scene.clock.instant());
      assertThat(verified).map(User::name).hasValue(ada.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nameOfAnotherAccountIsNoAddressToMoveTo(DatabaseKind kind) throws Exception {
    try (FactorScene scene = new FactorScene(folder, kind)) {
      User ada = scene.made(ADA);
      scene.rp.emailCodes().change().begin(ada.name(), NEW, HOME);
      String code = scene.code(NEW).orElseThrow();
      User _ =
          scene
              .rp
              .administration()
              .accounts()
              .create(
                  new AccountText(NEW.value(), "", ProfileText.NOTHING), Role.USER, Caller.CONSOLE);
      assertThat(scene.rp.emailCodes().change().finish(ada.name(), NEW, "", code, HOME)).isEmpty();

      scene.clock.advance(Duration.ofSeconds(1));
      scene.rp.emailCodes().change().begin(ada.name(), NEW, HOME);
      assertThat(scene.code(NEW)).hasValue(code);
      assertThat(scene.rp.mail().queue(Optional.of(MailState.WITHHELD), 10)).hasSize(1);
    }
  }

  @Test
  void longestAddressGetsItsMail() throws Exception {
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      String domain = "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61);
      EmailAddress longest = EmailAddress.parse("a".repeat(64) + "@" + domain);
      assertThat(longest.value()).hasSize(254);
      assertThat(scene.registered(longest).emailVerified()).isPresent();
    }
  }
}
