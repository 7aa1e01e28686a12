package dev.touchstone.rp.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabasePassword;
import dev.touchstone.rp.store.PostgresAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreTest {

  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private PostgresDatabase database;

  @BeforeEach
  void makeDatabase() throws Exception {
    database = PostgresServer.shared().newDatabase();
  }

  @Test
  void serverThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertUnavailable(Reason.UNREACHABLE, () -> open(at("127.0.0.1", port, "x", "ada")))
        .hasMessageContaining("127.0.0.1:" + port);
  }

  @Test
  void databaseThatIsNotThereIsNamedWithWhatMakesIt() {
    PostgresAddress address = database.address();
    assertUnavailable(
            Reason.UNREACHABLE, () -> open(at("127.0.0.1", address.port(), "nowhere", "postgres")))
        .hasMessageContaining("createdb nowhere");
  }

  @Test
  void wrongPasswordIsToldWithoutThePassword() throws Exception {
    Path file = folder.resolve("password");
    Files.writeString(file, "correct horse\n");
    PostgresServer.shared().run(database, "DROP ROLE IF EXISTS guarded");
    PostgresDatabase nobody =
        new PostgresDatabase(
            new PostgresAddress(
                "127.0.0.1",
                database.address().port(),
                database.address().name(),
                "guarded",
                Map.of()),
            new DatabasePassword.InFile(file),
            "here");
    assertUnavailable(Reason.UNREACHABLE, () -> open(nobody))
        .hasMessageContaining("refuses the user 'guarded'")
        .message()
        .doesNotContain("correct horse");
    assertThat(nobody.toString()).doesNotContain("correct horse");
  }

  @Test
  void passwordFileThatIsMissingIsTold() {
    PostgresDatabase noFile =
        new PostgresDatabase(
            database.address(), new DatabasePassword.InFile(folder.resolve("none")), "here");
    assertUnavailable(Reason.UNREACHABLE, () -> open(noFile))
        .hasMessageContaining("database.password-file");
  }

  @Test
  void databaseOfANewerProgramIsRefused() throws Exception {
    open(database).close();
    PostgresServer.shared()
        .run(
            database,
            "INSERT INTO touchstone_schema_history SELECT installed_rank + 100, '999', description,"
                + " type, script, checksum, installed_by, installed_on, execution_time, success"
                + " FROM touchstone_schema_history ORDER BY 1 DESC LIMIT 1");
    assertUnavailable(Reason.NEWER_PROGRAM, () -> open(database));
  }

  @Test
  void databaseOfAnotherProgramIsNotTouched() throws Exception {
    PostgresServer.shared().run(database, "CREATE TABLE recipe (name TEXT)");
    assertUnavailable(Reason.DAMAGED, () -> open(database));
    PostgresServer.shared().run(database, "SELECT name FROM recipe");
  }

  @Test
  void characterThatPostgresCannotKeepIsTheCallersMistake() throws Exception {
    try (Store store = open(database)) {
      assertThatThrownBy(() -> add(store, "a\0b"))
          .isInstanceOf(RequestInvalid.class)
          .hasMessageContaining("U+0000");
    }
  }

  @Test
  void storeRecoversByItselfWhenTheServerComesBack() throws Exception {
    Path data = folder.resolve("server");
    EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(data).start();
    int port = server.getPort();
    PostgresDatabase there = at("127.0.0.1", port, "postgres", "postgres");
    // A directory of its own, which closing the server must not take along.
    server.close();
    server = restart(data, port);
    try (Store store = PostgresStore.open(there, 2, IMPATIENT)) {
      add(store, "before");
      server.close();
      assertUnavailable(Reason.UNREACHABLE, () -> add(store, "meanwhile"));
      assertUnavailable(Reason.UNREACHABLE, () -> names(store));
      server = restart(data, port);
      add(store, "after");
      assertThat(names(store)).containsExactly("after", "before");
    } finally {
      server.close();
    }
  }

  private static EmbeddedPostgres restart(Path data, int port) throws Exception {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void connectionsThatTheServerCutAreReplacedWithoutAnyoneNoticing() throws Exception {
    try (Store store = open(database)) {
      add(store, "before");
      PostgresServer.shared()
          .run(
              database,
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      add(store, "after");
      assertThat(names(store)).containsExactly("after", "before");
    }
  }

  @Test
  void nameTakenAtTheSameMomentIsFoundTakenByAllButOne() throws Exception {
    try (Store store = open(database);
        Store other = open(database)) {
      List<Boolean> added =
          together(16, number -> addIfFree(number % 2 == 0 ? store : other, "ada"));
      assertThat(added).filteredOn(it -> it).hasSize(1);
      assertThat(names(store)).containsExactly("ada");
    }
  }

  @Test
  void ofTwoAdminsWhoDemoteEachOtherOneStays() throws Exception {
    try (Store store = open(database);
        Store other = open(database)) {
      for (String name : List.of("ada", "bob")) {
        store.write(records -> {
          records.users().add(user(name).with(Role.ADMIN));
          return name;
        });
      }
      List<Boolean> demoted =
          together(
              2,
              number ->
                  number == 0 ? demoteUnlessLast(store, "ada") : demoteUnlessLast(other, "bob"));
      assertThat(demoted).containsExactlyInAnyOrder(true, false);
      int admins = store.read(records -> records.users().count(Role.ADMIN));
      assertThat(admins).isEqualTo(1);
    }
  }

  @Test
  void chainsOfReplicasThatWriteAtOnceHaveNoGaps() throws Exception {
    PostgresDatabase second =
        new PostgresDatabase(database.address(), database.password(), "there");
    try (Store store = open(database);
        Store twin = open(database); // by mistake of the same name
        Store other = open(second)) {
      together(
          30,
          number -> {
            Store one = List.of(store, twin, other).get(number % 3);
            for (int i = 0; i < 10; i++) {
              one.write(records -> {
                records
                    .audit()
                    .append(
                        AuditEvent.succeeded(
                            Instant.EPOCH, AuditEvents.ACCESS, Caller.CONSOLE, "ada"));
                return true;
              });
            }
            return true;
          });
    }
    assertThat(PostgresReport.of(database).rows()).containsEntry("audit", 300L);
    PostgresServer.shared()
        .run(
            database,
            "DO $$ BEGIN IF EXISTS (SELECT 1 FROM audit GROUP BY writer HAVING max(seq) <>"
                + " count(*)) THEN RAISE EXCEPTION 'a gap'; END IF; END $$");
  }

  private static boolean demoteUnlessLast(Store store, String name) throws Exception {
    return store.write(records -> {
      if (records.users().count(Role.ADMIN) < 2) {
        return false;
      }
      User admin = records.users().named(name).orElseThrow(() -> new UnknownUser(name));
      return records.users().update(admin.with(Role.USER));
    });
  }

  private static boolean addIfFree(Store store, String name) throws Exception {
    return store.write(records -> {
      if (records.users().named(name).isPresent()) {
        return false;
      }
      records.users().add(user(name));
      return true;
    });
  }

  private static void add(Store store, String name) throws Exception {
    store.write(records -> {
      records.users().add(user(name));
      return name;
    });
  }

  private static List<String> names(Store store) throws Exception {
    return store.read(records -> records.users().all().stream().map(User::name).toList());
  }

  private static User user(String name) {
    return User.made(name + "-handle", name, name, Instant.EPOCH);
  }

  private static PostgresDatabase at(String host, int port, String name, String user) {
    return new PostgresDatabase(
        new PostgresAddress(host, port, name, user, Map.of()), new DatabasePassword.None(), "here");
  }

  private static PostgresStore open(PostgresDatabase database) throws Exception {
    return PostgresStore.open(database, 4, Duration.ofSeconds(5));
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable>
      assertUnavailable(Reason reason, ThrowingCallable work) {
    return assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreUnavailable.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  private static <T> List<T> together(int count, Numbered<T> work) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(count);
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              barrier.await();
              return work.call(number);
            };
        futures.add(threads.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
