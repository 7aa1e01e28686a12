package dev.touchstone.rp.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

  private static final Duration IMPATIENT = Duration.ofMillis(20);

  private Path file;

  @BeforeEach
  void chooseFile(@TempDir Path folder) {
    file = folder.resolve("made on the way").resolve("touchstone.db");
  }

  @Test
  void allFilesAreTheirOwnersOnly() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    try (Store store = open()) {
      add(store, "ada");
      try (Stream<Path> files = Files.list(file.getParent())) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(it ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                    .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void whatWasWrittenIsThereAfterReopening() throws Exception {
    try (Store store = open()) {
      add(store, "ada");
    }
    try (Store store = open()) {
      assertThat(names(store)).containsExactly("ada");
    }
  }

  @Test
  void workThatThrowsLeavesNothing() throws Exception {
    try (Store store = open()) {
      assertThatThrownBy(() ->
              store.write(records -> {
                records.users().add(user("ada"));
                throw new UnknownUser("somebody else");
              }))
          .isInstanceOf(UnknownUser.class);
      assertThat(names(store)).isEmpty();
    }
  }

  @Test
  void databaseThatAnotherProcessWritesIsSaidToBeLocked() throws Exception {
    try (Store store = open();
        Connection other = DriverManager.getConnection(SqliteConnection.url(file));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> add(store, "ada"))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("locked by another process");
      statement.execute("ROLLBACK");
      add(store, "ada");
      assertThat(names(store)).containsExactly("ada");
    }
  }

  @Test
  void databaseThatAnotherProcessKeepsToItselfCannotBeOpened() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection(SqliteConnection.url(file));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("UPDATE account SET name = name");
      assertUnavailable(Reason.LOCKED, this::open);
    }
    open().close();
  }

  @Test
  void readOnlyDatabaseSaysSo() throws Exception {
    open().close();
    try (ReadOnlyFile readOnly = ReadOnlyFile.make(file)) {
      assertUnavailable(
          Reason.READ_ONLY,
          () -> {
            try (Store store = SqliteStore.open(readOnly.path(), IMPATIENT)) {
              add(store, "ada");
            }
          });
    }
    try (Store store = open()) {
      add(store, "ada");
    }
  }

  @Test
  void fileThatIsNoDatabaseIsSaidToBeDamagedAndIsLeftAlone() throws Exception {
    Files.createDirectories(file.getParent());
    String diary = "Dear diary, ".repeat(1000);
    Files.writeString(file, diary);
    assertUnavailable(Reason.DAMAGED, this::open);
    assertThat(Files.readString(file)).isEqualTo(diary);
  }

  @Test
  void databaseWithSpoiledPagesIsSaidToBeDamaged() throws Exception {
    try (Store store = open()) {
      for (int i = 0; i < 200; i++) {
        add(store, "user " + i);
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 4096; page < bytes.length; page += 4096) {
      Arrays.fill(bytes, page, page + 200, (byte) 0xa5);
    }
    Files.write(file, bytes);
    assertUnavailable(
        Reason.DAMAGED,
        () -> {
          try (Store store = open()) {
            names(store);
          }
        });
  }

  @Test
  void databaseOfAnotherProgramIsNotTouched() throws Exception {
    Files.createDirectories(file.getParent());
    run("CREATE TABLE recipe (name TEXT)");
    byte[] before = Files.readAllBytes(file);
    assertUnavailable(Reason.DAMAGED, this::open);
    run("SELECT name FROM recipe");
    assertThat(before).isNotEmpty();
  }

  @Test
  void databaseOfANewerProgramIsRefused() throws Exception {
    open().close();
    run("PRAGMA user_version = 999");
    assertUnavailable(Reason.NEWER_PROGRAM, this::open);
  }

  @Test
  void folderInTheWayIsSaidToBeUnreachable() throws Exception {
    Files.createDirectories(file);
    assertUnavailable(Reason.UNREACHABLE, this::open);
  }

  @Test
  void manyMayOpenANewDatabaseAtTheSameMoment() throws Exception {
    List<String> names =
        together(
            8,
            number -> {
              try (Store store = SqliteStore.open(file, SqliteStore.PATIENCE)) {
                add(store, "user " + number);
              }
              return "user " + number;
            });
    try (Store store = open()) {
      assertThat(names(store)).containsExactlyInAnyOrderElementsOf(names);
    }
    assertThat(file.resolveSibling("touchstone.db.migrating")).doesNotExist();
  }

  private Store open() throws RelyingPartyException {
    return SqliteStore.open(file, IMPATIENT);
  }

  private void run(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(SqliteConnection.url(file));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void add(Store store, String name) throws RelyingPartyException {
    store.write(records -> {
      records.users().add(user(name));
      return name;
    });
  }

  private static List<String> names(Store store) throws RelyingPartyException {
    return store.read(records -> records.users().all().stream().map(User::name).toList());
  }

  private static User user(String name) {
    return User.made(name + "-handle", name, name, Instant.EPOCH);
  }

  private static void assertUnavailable(Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreUnavailable.class, it -> assertThat(it.reason()).isEqualTo(reason))
        .hasMessageStartingWith("The database ");
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
