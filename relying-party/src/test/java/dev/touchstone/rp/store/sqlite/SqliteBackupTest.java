package dev.touchstone.rp.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.store.DatabaseReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {

  @TempDir private Path folder;
  private Path database;
  private Path copy;

  @BeforeEach
  void choose() {
    database = folder.resolve("touchstone.db");
    copy = folder.resolve("copy.db");
  }

  @Test
  void copyMadeWhileOthersWriteIsOneMomentOfTheDatabase() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    try (Store store = SqliteStore.open(database, SqliteStore.PATIENCE)) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                while (!enough.get()) {
                  add(store, "user " + written.get());
                  written.incrementAndGet();
                }
              });
      while (written.get() < 20) {
        Thread.onSpinWait();
      }
      int before = written.get();
      DatabaseReport report = SqliteBackup.copy(database, copy);
      int after = written.get() + 1;
      enough.set(true);
      writer.join();
      assertThat(report.rows().get("account")).isBetween((long) before, (long) after);
    }
    try (Store store = SqliteStore.open(copy, SqliteStore.PATIENCE)) {
      List<User> users = store.read(records -> records.users().all());
      assertThat(users).hasSizeGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void copyIsItsOwnersOnlyAndNothingElseIsLeftBehind() throws Exception {
    SqliteStore.open(database, SqliteStore.PATIENCE).close();
    SqliteBackup.copy(database, copy);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(database, copy);
    }
  }

  @Test
  void fileThatIsThereIsNotOverwritten() throws Exception {
    SqliteStore.open(database, SqliteStore.PATIENCE).close();
    Files.writeString(copy, "precious");
    assertThatThrownBy(() -> SqliteBackup.copy(database, copy))
        .isInstanceOf(RequestInvalid.class)
        .hasMessageContaining("already");
    assertThat(copy).hasContent("precious");
  }

  @Test
  void folderThatIsMissingIsNamed() throws Exception {
    SqliteStore.open(database, SqliteStore.PATIENCE).close();
    assertThatThrownBy(() -> SqliteBackup.copy(database, folder.resolve("no/copy.db")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("no/copy.db");
  }

  @Test
  void damagedDatabaseGivesNoCopy() throws Exception {
    try (Store store = SqliteStore.open(database, SqliteStore.PATIENCE)) {
      for (int i = 0; i < 200; i++) {
        add(store, "user " + i);
      }
    }
    byte[] bytes = Files.readAllBytes(database);
    for (int page = 4096; page < bytes.length; page += 4096) {
      Arrays.fill(bytes, page, page + 200, (byte) 0xa5);
    }
    Files.write(database, bytes);
    assertThatThrownBy(() -> SqliteBackup.copy(database, copy))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("damaged");
    assertThat(copy).doesNotExist();
  }

  private static void add(Store store, String name) {
    try {
      store.write(records -> {
        records.users().add(User.made(name + "-handle", name, name, Instant.EPOCH));
        return name;
      });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
