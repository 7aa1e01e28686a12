package dev.touchstone.rp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.CredentialState;
import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.secret.SecretRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of database has to do alike. */
class StoreContractTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void userIsFoundAsItWasAdded(DatabaseKind kind) throws Exception {
    User ada = person("ada", "ada@example.org");
    try (Store store = open(kind)) {
      add(store, ada);
      assertThat(user(store, it -> it.users().named("ada"))).hasValue(ada);
      assertThat(user(store, it -> it.users().withEmail("ada@example.org"))).hasValue(ada);
      assertThat(user(store, it -> it.users().withHandle(Bytes.ofBase64Url(ada.handle()))))
          .hasValue(ada);
      assertThat(user(store, it -> it.users().named("ADA"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void usersWithoutAnAddressDoNotExcludeEachOther(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, user("ada"));
      add(store, user("bob"));
      assertThat(users(store)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nameAndAddressAreUnique(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, person("ada", "ada@example.org"));
      assertThatThrownBy(() -> add(store, person("ada", "other@example.org")))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> add(store, person("other", "ada@example.org")))
          .isInstanceOf(RuntimeException.class);
      assertThat(users(store)).extracting(User::name).containsExactly("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void usersAreListedByTheBytesOfTheirNames(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      for (String name : List.of("émile", "bob", "Zoe", "_x", "ada", "a b")) {
        add(store, user(name));
      }
      List<String> names = users(store).stream().map(User::name).toList();
      assertThat(names).containsExactly("Zoe", "_x", "a b", "ada", "bob", "émile");
      List<User> page =
          store.read(it ->
              it.users().page(new UserQuery("", Optional.empty(), Optional.empty(), "a b", 2)));
      assertThat(page).extracting(User::name).containsExactly("ada", "bob");
    }
  }

  @ParameterizedTest
  @EnumSource
  void percentSignAndUnderscoreMeanNothingInASearch(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, user("100%"));
      add(store, user("100x"));
      add(store, user("a_b"));
      add(store, user("axb"));
      assertThat(found(store, "0%")).isEmpty();
      assertThat(found(store, "100%")).containsExactly("100%", "100x");
      assertThat(found(store, "A_B")).containsExactly("a_b");
      assertThat(found(store, "%")).isEmpty();
      assertThat(found(store, "' OR 1=1 --")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void updateChangesAllButHandleAndTimes(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = person("ada", "ada@example.org");
      add(store, ada);
      User changed = ada.with(Role.ADMIN).with(Status.DISABLED).with("Countess", Profile.UNKNOWN);
      assertThat(done(store, it -> it.users().update(changed))).isTrue();
      assertThat(user(store, it -> it.users().named("ada"))).hasValue(changed);
      assertThat((int) store.<Integer>read(it -> it.users().count(Role.ADMIN))).isEqualTo(1);
      assertThat(done(store, it -> it.users().update(user("nobody")))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changeOfAnAddressDoesNotUndoADemotionAtTheSameTime(DatabaseKind kind) throws Exception {
    try (Store store = open(kind);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      add(store, user("ada").with(Role.ADMIN));
      CountDownLatch read = new CountDownLatch(1);
      CountDownLatch demoted = new CountDownLatch(1);
      Future<Boolean> change =
          other.submit(() ->
              done(
                  store,
                  it -> {
                    User ada = it.users().named("ada").orElseThrow();
                    read.countDown();
                    // whoever may go on at the same time is given the time to do so
                    boolean _ = come(demoted, Duration.ofMillis(500));
                    return it.users().update(ada.with("Countess", ada.profile()));
                  }));
      assertThat(come(read, Duration.ofSeconds(30))).isTrue();
      assertThat(
              done(
                  store,
                  it -> it.users().update(it.users().named("ada").orElseThrow().with(Role.USER))))
          .isTrue();
      demoted.countDown();
      assertThat(change.get()).isTrue();
      User ada = user(store, it -> it.users().named("ada")).orElseThrow();
      assertThat(ada.role()).isEqualTo(Role.USER);
      assertThat(ada.displayName()).isEqualTo("Countess");
    }
  }

  private static boolean come(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void credentialIsFoundAsItWasAddedAndUsed(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      CredentialRecord record = record("Y3JlZA", ada);
      add(store, record);
      assertThat(credential(store, record.id())).hasValue(record);
      write(
          store,
          it -> {
            it.credentials()
                .used(
                    record.id(),
                    record.credential().state(),
                    new Credentials.Use(4_294_967_295L, true, true, false, NOW, "192.0.2.1"));
            return record;
          });
      Credential used = credential(store, record.id()).orElseThrow().credential();
      assertThat(used.signCount()).isEqualTo(4_294_967_295L);
      assertThat(used.backedUp()).isTrue();
      assertThat(used.lastUsed()).hasValue(NOW);
      assertThat(used.history()).hasSize(1);
      assertThat(used.history().getFirst().address()).isEqualTo("192.0.2.1");
      assertThat(user(store, it -> it.users().named("ada")).orElseThrow().credentials())
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void credentialsAreDescribedOldestFirstAndToTheirOwnerAlone(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      CredentialRecord record = record("Y3JlZA", ada);
      write(
          store,
          it -> {
            it.credentials().add(record);
            it.credentials().add(record("YW5vdGhlcg", ada));
            return ada;
          });
      assertThat(descriptors(store, ada.handle()))
          .extracting(CredentialDescriptor::id)
          .containsExactly("Y3JlZA", "YW5vdGhlcg");
      assertThat(descriptors(store, ada.handle()).getFirst().transports())
          .isEqualTo(record.credential().transports());
      assertThat(descriptors(store, "Ym9i")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMayChangeOfACredentialIsReadAsItIs(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      CredentialRecord record = record("Y3JlZA", ada);
      add(store, record);
      assertThat(state(store, record)).hasValue(record.credential().state());
      write(
          store,
          it -> {
            it.credentials()
                .used(
                    record.id(),
                    record.credential().state(),
                    new Credentials.Use(7, true, true, true, NOW, "192.0.2.1"));
            return it.credentials().lost(record.id(), NOW, true);
          });
      assertThat(state(store, record))
          .hasValue(new CredentialState(7, true, true, true, Optional.of(NOW), Optional.of(NOW)))
          .isEqualTo(credential(store, record.id()).map(it -> it.credential().state()));
      write(store, it -> it.credentials().delete(record.id()));
      assertThat(state(store, record)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLostKeyIsKnownToBeProvenLostOrNot(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      CredentialRecord record = record("Y3JlZA", ada);
      add(store, record);
      assertThat(provenLost(store, record)).isFalse();
      write(store, it -> it.credentials().lost(record.id(), NOW, true));
      assertThat(provenLost(store, record)).isTrue();
      write(store, it -> it.credentials().lost(record.id(), NOW, false));
      assertThat(provenLost(store, record)).isFalse();
      write(store, it -> it.credentials().lost(record.id(), NOW, true));
      write(store, it -> it.credentials().found(record.id()));
      assertThat(provenLost(store, record)).isFalse();
      assertThat(state(store, record).orElseThrow().lost()).isEmpty();
    }
  }

  private static boolean provenLost(Store store, CredentialRecord record) throws Exception {
    return store.<Boolean>read(it -> it.credentials().provenLost(record.id()));
  }

  @ParameterizedTest
  @EnumSource
  void signInThatWasJudgedOnWhatIsOutdatedStoresNothing(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      CredentialRecord record = record("Y3JlZA", ada);
      add(store, record);
      CredentialState seen = record.credential().state();
      Credentials.Use use = new Credentials.Use(7, true, true, false, NOW, "192.0.2.1");
      assertThat(used(store, record, seen, use)).isTrue();
      assertThat(used(store, record, seen, use)).isFalse();
      CredentialState after = state(store, record).orElseThrow();
      write(store, it -> it.credentials().lost(record.id(), NOW, true));
      Credentials.Use next = new Credentials.Use(8, true, true, false, NOW, "192.0.2.1");
      assertThat(used(store, record, after, next)).isFalse();
      assertThat(state(store, record).orElseThrow().signCount()).isEqualTo(7);
      write(store, it -> it.credentials().found(record.id()));
      assertThat(used(store, record, after, next)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodySignsInWhoWasDisabledMeanwhile(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      Bytes handle = Bytes.ofBase64Url(ada.handle());
      add(store, ada);
      assertThat(done(store, it -> it.users().signedIn(handle, NOW))).isTrue();
      write(store, it -> it.users().update(ada.with(Status.DISABLED)));
      assertThat(done(store, it -> it.users().signedIn(handle, NOW.plusSeconds(1)))).isFalse();
      assertThat(user(store, it -> it.users().named("ada")).orElseThrow().lastSignIn())
          .hasValue(NOW);
    }
  }

  private static boolean used(
      Store store, CredentialRecord record, CredentialState seen, Credentials.Use use)
      throws RelyingPartyException {
    return write(store, it -> it.credentials().used(record.id(), seen, use));
  }

  @ParameterizedTest
  @EnumSource
  void accountIsKnownByItsNameOrItsAddressInWhateverCase(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = person("ada", "ada@example.org");
      add(store, ada);
      Users.Who who = new Users.Who(ada.handle(), ada.name());
      assertThat(who(store, "ada")).hasValue(who);
      assertThat(who(store, "ADA@Example.ORG")).hasValue(who);
      assertThat(who(store, "bob")).isEmpty();
    }
  }

  private static Optional<Users.Who> who(Store store, String nameOrEmail)
      throws RelyingPartyException {
    return store.lookUp(it -> it.users().who(nameOrEmail));
  }

  private static Optional<CredentialState> state(Store store, CredentialRecord record)
      throws RelyingPartyException {
    return write(store, it -> it.credentials().stateToChange(record.id()));
  }

  private static List<CredentialDescriptor> descriptors(Store store, String userHandle)
      throws RelyingPartyException {
    return store.read(it -> it.credentials().descriptors(Bytes.ofBase64Url(userHandle)));
  }

  @ParameterizedTest
  @EnumSource
  void userIsDeletedWithItsCredentials(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      User ada = user("ada");
      add(store, ada);
      write(
          store,
          it -> {
            it.credentials().add(record("Y3JlZA", ada));
            return ada;
          });
      assertThat(done(store, it -> it.users().delete("ada"))).isTrue();
      assertThat(store.<List<Credential>>read(it -> it.credentials().all())).isEmpty();
      assertThat(done(store, it -> it.users().delete("ada"))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void workThatThrowsLeavesNothing(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      assertThatThrownBy(() ->
              write(
                  store,
                  it -> {
                    it.users().add(user("ada"));
                    it.secrets().put(new SecretRow("a", "k", Bytes.ofUtf8("x"), NOW));
                    throw new UnknownUser("somebody else");
                  }))
          .isInstanceOf(UnknownUser.class);
      assertThat(users(store)).isEmpty();
      assertThat(store.<List<SecretRow>>read(it -> it.secrets().all())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsThereAfterReopening(DatabaseKind kind) throws Exception {
    DatabaseLocation location = kind.empty(folder);
    try (Store store = OpenDatabase.at(location)) {
      add(store, user("ada"));
    }
    try (Store store = OpenDatabase.at(location)) {
      assertThat(user(store, it -> it.users().named("ada"))).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void secretRowIsReplacedOnlyWhereItIsStillTheSame(DatabaseKind kind) throws Exception {
    SecretRow first = new SecretRow("a", "k1", Bytes.ofHex("00ff"), NOW);
    SecretRow second = new SecretRow("a", "k2", Bytes.ofHex("01"), NOW);
    try (Store store = open(kind)) {
      assertThat(done(store, it -> it.secrets().putIfAbsent(first))).isTrue();
      assertThat(done(store, it -> it.secrets().putIfAbsent(second))).isFalse();
      assertThat(store.<Optional<SecretRow>>read(it -> it.secrets().find("a"))).hasValue(first);
      assertThat(done(store, it -> it.secrets().replace(second, first))).isFalse();
      assertThat(done(store, it -> it.secrets().replace(first, second))).isTrue();
      assertThat(store.<List<SecretRow>>read(it -> it.secrets().all())).containsExactly(second);
    }
  }

  private Store open(DatabaseKind kind) throws Exception {
    return OpenDatabase.at(kind.empty(folder));
  }

  private static Optional<User> user(Store store, Store.Work<Optional<User>> work)
      throws RelyingPartyException {
    return store.read(work);
  }

  private static List<User> users(Store store) throws RelyingPartyException {
    return store.read(it -> it.users().all());
  }

  private static Optional<CredentialRecord> credential(Store store, Bytes id)
      throws RelyingPartyException {
    return store.read(it -> it.credentials().find(id));
  }

  private static boolean done(Store store, Store.Work<Boolean> work) throws RelyingPartyException {
    return store.write(work);
  }

  private static <T> T write(Store store, Store.Work<T> work) throws RelyingPartyException {
    return store.write(work);
  }

  private static void add(Store store, CredentialRecord record) throws RelyingPartyException {
    write(
        store,
        it -> {
          it.credentials().add(record);
          return record;
        });
  }

  private static void add(Store store, User user) throws RelyingPartyException {
    write(
        store,
        it -> {
          it.users().add(user);
          return user;
        });
  }

  private static List<String> found(Store store, String text) throws RelyingPartyException {
    UserQuery query = new UserQuery(text, Optional.empty(), Optional.empty(), "", 10);
    return store.<List<User>>read(it -> it.users().page(query)).stream().map(User::name).toList();
  }

  private static User user(String name) {
    return User.made(Bytes.ofUtf8(name + " handle").base64Url(), name, name, NOW);
  }

  private static User person(String name, String email) {
    Profile profile =
        new Profile(
            "Ada", "King", Optional.of(email), Optional.of(LocalDate.of(1815, 12, 10)), "Analyst");
    return User.made(Bytes.ofUtf8(name + email).base64Url(), name, name, profile, NOW);
  }

  private static CredentialRecord record(String id, User user) {
    Credential credential =
        new Credential(
            id,
            user.name(),
            "blue key",
            "00000000-0000-0000-0000-000000000000",
            Optional.empty(),
            "ES256",
            List.of("usb", "nfc"),
            Optional.empty(),
            false,
            true,
            false,
            0,
            "packed",
            true,
            false,
            NOW,
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new CredentialRecord(
        credential,
        Bytes.ofBase64Url(user.handle()),
        Bytes.ofHex("a0"),
        Bytes.ofHex("00ff00"),
        Bytes.ofUtf8("{}"),
        "localhost");
  }
}
