package dev.touchstone.rp.store;

import static dev.touchstone.rp.store.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.StoredCode;
import dev.touchstone.rp.factor.totp.HashAlgorithm;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.TotpRow;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail, codes, devices and budgets, which every kind of database has to keep alike. */
class FactorContractTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");
  private static final Bytes ADA = Bytes.ofUtf8("ada");
  private static final int THREADS = 32;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void verifiedAddressStaysVerifiedUntilItIsAnother(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      Profile here = new Profile("", "", Optional.of("ada@example.org"), Optional.empty(), "");
      Profile there = new Profile("", "", Optional.of("ada@example.com"), Optional.empty(), "");
      User ada = User.made(ADA.base64Url(), "ada", "Ada", here, NOW).verified(NOW);
      add(store, ada);
      assertThat(ada(store).emailVerified()).hasValue(NOW);
      done(store, it -> it.users().update(ada.with("Countess", here)));
      assertThat(ada(store).emailVerified()).hasValue(NOW);
      done(store, it -> it.users().update(ada.with("Countess", there)));
      assertThat(ada(store).emailVerified()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailIsTakenByOneAtATime(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      int mails = 200;
      for (int i = 0; i < mails; i++) {
        QueuedMail mail = mail("mail" + i, NOW.plusMillis(i % 7));
        done(store, it -> added(it.mail()::add, mail));
      }
      ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
      together(
          8,
          number -> {
            for (int i = 0; i < 10; i++) {
              List<QueuedMail> some =
                  store.write(
                      it -> it.mail().claim("replica " + number, NOW.plusSeconds(1), later(), 5));
              some.forEach(mail -> taken.add(mail.id()));
            }
            return true;
          });
      assertThat(taken).hasSize(mails).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailOfADeadReplicaIsTakenByAnotherWhichAloneMaySettleIt(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      done(store, it -> added(it.mail()::add, mail("one", NOW)));
      QueuedMail one = claim(store, "dead", NOW).getFirst();
      assertThat(claim(store, "alive", NOW)).isEmpty();
      assertThat(next(store, NOW)).hasValue(later());
      assertThat(claim(store, "alive", later())).containsExactly(one);
      QueuedMail sent = one.ended(MailState.SENT, "", later());
      assertThat(done(store, it -> it.mail().settle("dead", sent))).isFalse();
      assertThat(done(store, it -> it.mail().settle("alive", sent))).isTrue();
      assertThat(store.<Optional<QueuedMail>>read(it -> it.mail().find("one"))).hasValue(sent);
      assertThat(store.<Map<MailState, Long>>read(it -> it.mail().count()))
          .isEqualTo(Map.of(MailState.SENT, 1L));
      assertThat(done(store, it -> it.mail().retry("one", NOW))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailThatWasNeverToBeSentIsNotTriedAgain(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      QueuedMail withheld =
          new QueuedMail(
              "one",
              MailState.WITHHELD,
              "verify",
              "ada@example.org",
              ADA,
              NOW,
              NOW,
              later(),
              0,
              "",
              Optional.of(NOW));
      done(store, it -> added(it.mail()::add, withheld));
      assertThat(done(store, it -> it.mail().retry("one", NOW))).isFalse();
      assertThat(claim(store, "replica", NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeIsUsedByExactlyOneOfMany(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      StoredCode code =
          new StoredCode(
              "code", Purpose.VERIFY, "ada@example.org", ADA, false, NOW, NOW.plusSeconds(300));
      done(store, it -> added(it.codes()::add, code));
      assertThat(codes(store, NOW.plusSeconds(299))).containsExactly(code);
      assertThat(codes(store, NOW.plusSeconds(300))).isEmpty();
      List<Boolean> used =
          together(THREADS, _ -> store.<Boolean>write(it -> it.codes().use("code", NOW)));
      assertThat(used).containsOnlyOnce(true);
      assertThat(codes(store, NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void triesOfManyAtOnceAreAllCounted(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      StoredCode code =
          new StoredCode("code", Purpose.VERIFY, "a", ADA, false, NOW, NOW.plusSeconds(300));
      done(store, it -> added(it.codes()::add, code));
      List<Integer> tries =
          together(THREADS, _ -> store.<Integer>write(it -> it.codes().tried("code", "192.0.2.1")));
      assertThat(tries).doesNotHaveDuplicates().contains(1, THREADS);
      assertThat((int) store.<Integer>write(it -> it.codes().tried("code", "192.0.2.2")))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void budgetIsNeverOverdrawnAndComesBackWithTheDay(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      List<Boolean> taken =
          together(THREADS, _ -> store.<Boolean>write(it -> it.budgets().take("b", 24, 1, NOW)));
      assertThat(taken).filteredOn(it -> it).hasSize(24);
      Instant later = NOW.plus(Duration.ofHours(2));
      assertThat(done(store, it -> it.budgets().take("b", 24, 3, later))).isFalse();
      assertThat(done(store, it -> it.budgets().take("b", 24, 2, later))).isTrue();
      assertThat(done(store, it -> it.budgets().take("b", 24, 1, NOW))).isFalse();
      assertThat(done(store, it -> it.budgets().take("b", 24, 1, later))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepOfADeviceIsUsedByExactlyOneOfMany(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, User.made(ADA.base64Url(), "ada", "Ada", NOW));
      TotpRow row =
          new TotpRow(ADA, new Totp(HashAlgorithm.SHA512, 8, 60), ADA, 41, NOW, Optional.empty());
      done(store, it -> added(it.totp()::put, row));
      assertThat(store.<Optional<TotpRow>>read(it -> it.totp().find(ADA))).hasValue(row);
      List<Boolean> used =
          together(THREADS, _ -> store.<Boolean>write(it -> it.totp().use(ADA, 42)));
      assertThat(used).containsOnlyOnce(true);
      assertThat(done(store, it -> it.totp().use(ADA, 41))).isFalse();
      done(
          store,
          it -> {
            it.totp().putRecoveryCodes(ADA, List.of("x", "y"));
            return true;
          });
      List<Boolean> recovered =
          together(
              THREADS, _ -> store.<Boolean>write(it -> it.totp().useRecoveryCode(ADA, "x", NOW)));
      assertThat(recovered).containsOnlyOnce(true);
      assertThat((int) store.<Integer>read(it -> it.totp().unusedRecoveryCodes(ADA))).isEqualTo(1);
      assertThat(done(store, it -> it.users().delete("ada"))).isTrue();
      assertThat(store.<Optional<TotpRow>>read(it -> it.totp().find(ADA))).isEmpty();
    }
  }

  private interface Add<T> {
    void add(T item);
  }

  private static <T> boolean added(Add<T> rows, T item) {
    rows.add(item);
    return true;
  }

  private static Instant later() {
    return NOW.plusSeconds(60);
  }

  private static QueuedMail mail(String id, Instant due) {
    return new QueuedMail(
        id,
        MailState.WAITING,
        "verify",
        "ada@example.org",
        ADA,
        NOW,
        due,
        NOW.plusSeconds(300),
        0,
        "",
        Optional.empty());
  }

  private static List<QueuedMail> claim(Store store, String who, Instant now)
      throws RelyingPartyException {
    return store.write(it -> it.mail().claim(who, now, now.plusSeconds(60), 5));
  }

  private static Optional<Instant> next(Store store, Instant now) throws RelyingPartyException {
    return store.read(it -> it.mail().nextDue(now));
  }

  private static List<StoredCode> codes(Store store, Instant now) throws RelyingPartyException {
    return store.read(it -> it.codes().open(Purpose.VERIFY, "ada@example.org", now));
  }

  private static User ada(Store store) throws RelyingPartyException {
    return store.<Optional<User>>read(it -> it.users().named("ada")).orElseThrow();
  }

  private static void add(Store store, User user) throws RelyingPartyException {
    store.write(it -> added(it.users()::add, user));
  }

  private static boolean done(Store store, Store.Work<Boolean> work) throws RelyingPartyException {
    return store.write(work);
  }

  private Store open(DatabaseKind kind) throws Exception {
    return OpenDatabase.at(kind.empty(folder));
  }
}
