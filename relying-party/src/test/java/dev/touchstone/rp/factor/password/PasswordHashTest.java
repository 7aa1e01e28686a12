package dev.touchstone.rp.factor.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

  /** Of the tests of the reference implementation, P-H-C/phc-winner-argon2. */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void hashOfTheReferenceImplementationIsTaken() {
    PasswordHash hash = PasswordHash.parse(REFERENCE);
    assertThat(hash.fits("password".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(hash.fits("Password".getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(hash.text()).isEqualTo(REFERENCE);
    assertThat(hash).hasToString("a hash of a password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
      })
  void whatIsNoHashOrCostsTooMuchIsRefused(String text) {
    assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void samePasswordIsStoredDifferentlyEachTime() {
    PasswordHasher hasher = new PasswordHasher(CHEAP, 1, new SecureRandom());
    char[] password = "correct horse".toCharArray();
    PasswordHash one = hasher.hash(password);
    assertThat(one.text()).isNotEqualTo(hasher.hash(password).text());
    assertThat(hasher.fits(Optional.of(one), password)).isTrue();
    assertThat(hasher.fits(Optional.empty(), password)).isFalse();
    assertThat(password).isEqualTo("correct horse".toCharArray());
  }

  @Test
  void accentsAndBlanksCountAlikeHoweverTheyWereTyped() {
    PasswordHasher hasher = new PasswordHasher(CHEAP, 1, new SecureRandom());
    PasswordHash composed = hasher.hash("gr\u00fcne Tür".toCharArray());
    assertThat(hasher.fits(Optional.of(composed), "gru\u0308ne\u00a0Tür".toCharArray())).isTrue();
    assertThat(hasher.fits(Optional.of(composed), "grune Tur".toCharArray())).isFalse();
  }

  @Test
  void hashOfAnotherCostIsOutdated() {
    PasswordHash old = new PasswordHasher(CHEAP, 1, new SecureRandom()).hash("x".toCharArray());
    assertThat(new PasswordHasher(CHEAP, 1, new SecureRandom()).isOutdated(old)).isFalse();
    assertThat(new PasswordHasher(new Argon2Cost(64, 2, 1), 1, new SecureRandom()).isOutdated(old))
        .isTrue();
  }

  @Test
  void whoeverComesWhenVeryManyWaitIsTurnedAway() throws Exception {
    PasswordHasher hasher =
        new PasswordHasher(new Argon2Cost(16 * 1024, 4, 1), 1, new SecureRandom());
    assertThat(hasher.isBusy()).isFalse();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 60)
          .forEach(it ->
              many.execute(() -> {
                boolean _ = hasher.fits(Optional.empty(), "x".toCharArray());
              }));
      while (!hasher.isBusy()) {
        Thread.onSpinWait();
      }
    }
    assertThat(hasher.isBusy()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "1234567",
        "12345678",
        "aaaaaaaaaaaa",
        "abababababab",
        "hgfedcba",
        "Password",
        "P@ssw0rd2026!",
        "sunshine1",
        "Summer2026",
        "qwertyuiop",
        "1q2w3e4r5t",
        "ada@example.org",
        "Ada.Lovelace",
        "ada.lovelace1815",
        "tab\tin the middle",
      })
  void firstThatEverybodyTriesIsRefusedWithoutBeingRepeated(String password) {
    assertThat(complaint(password))
        .hasValueSatisfying(it -> assertThat(it).doesNotContain(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kgxtpwqm",
        "correct horse battery staple",
        "пароль длинный",
        "summer rain on tin",
        "        x   ",
        "adalovelaceandbabbage",
      })
  void longOnesAndThoseOfNoListAreTakenWithoutRulesOnCharacters(String password) {
    assertThat(complaint(password)).isEmpty();
  }

  @Test
  void lengthIsCountedInLettersAndHasAnEnd() {
    assertThat(complaint("\ud83d\udd11\ud83d\udd12\ud83d\udd13\ud83d\udd10")).isPresent();
    assertThat(complaint("ab".repeat(5) + "cd".repeat(59))).isEmpty();
    assertThat(complaint("ab".repeat(5) + "cd".repeat(60))).isPresent();
  }

  private static Optional<String> complaint(String password) {
    return PasswordRules.complaint(
        password.toCharArray(), List.of("ada.lovelace", "ada@example.org", "Touchstone"));
  }
}
