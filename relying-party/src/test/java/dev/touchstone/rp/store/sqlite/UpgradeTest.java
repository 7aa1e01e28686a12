package dev.touchstone.rp.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier versions, and files that may not grow. */
class UpgradeTest {

  @TempDir private Path folder;

  @Test
  void fileOfTheFirstVersionKeepsItsUsersCredentialsAndCounters() throws Exception {
    Path file = folder.resolve("touchstone.db");
    Flyway.configure()
        .dataSource(SqliteConnection.url(file), "", "")
        .locations("classpath:dev/touchstone/rp/store/sqlite")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(SqliteConnection.url(file));
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO user VALUES ('YWRh', 'ada', 'Ada', 1000, 2000)");
      statement.execute("INSERT INTO user VALUES ('Ym9i', 'bob', 'Bob', 1001, NULL)");
      statement.execute(
          """
          INSERT INTO credential VALUES ('Y3JlZA', 'YWRh', 'blue key', 'aaguid', NULL, 'ES256',
            'usb nfc', NULL, 1, 1, 1, 4711, 'packed', 1, 1, 1500, 2000, 'localhost', x'a0',
            x'a1', x'7b7d')
          """);
      statement.execute(
          "INSERT INTO ceremony VALUES ('c', 'AUTHENTICATION', 'YWRh', '', 'Y2hhbA', '{}', 1, 2,"
              + " NULL, NULL)");
    }

    try (Store store = SqliteStore.open(file, SqliteStore.PATIENCE)) {
      List<User> users = store.read(records -> records.users().all());
      assertThat(users).extracting(User::name).containsExactly("ada", "bob");
      User ada = users.getFirst();
      assertThat(ada.role()).isEqualTo(Role.USER);
      assertThat(ada.status()).isEqualTo(Status.ACTIVE);
      assertThat(ada.profile().email()).isEmpty();
      assertThat(ada.created()).isEqualTo(Instant.ofEpochMilli(1000));
      assertThat(ada.lastSignIn()).hasValue(Instant.ofEpochMilli(2000));
      List<Credential> credentials = store.read(records -> records.credentials().all());
      assertThat(credentials)
          .singleElement()
          .satisfies(it -> {
            assertThat(it.userName()).isEqualTo("ada");
            assertThat(it.label()).isEqualTo("blue key");
            assertThat(it.signCount()).isEqualTo(4711);
            assertThat(it.userVerified()).isTrue();
            assertThat(it.backedUp()).isTrue();
            assertThat(it.possibleClone()).isTrue();
            assertThat(it.discoverable()).isEmpty();
            assertThat(it.lastUsed()).hasValue(Instant.ofEpochMilli(2000));
          });
    }
    assertThat(DatabaseHealth.of(file))
        .isEqualTo(new DatabaseHealth(Schema.VERSION, Schema.VERSION, ""));
  }

  @Test
  void diskThatIsFullIsToldAndNothingIsLost() throws Exception {
    Path file = folder.resolve("touchstone.db");
    try (Store store = SqliteStore.open(file, SqliteStore.PATIENCE)) {
      add(store, "ada");
    }
    try (FullDisk disk = FullDisk.with(file);
        Store store = SqliteStore.open(disk.file(), SqliteStore.PATIENCE)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  add(store, "user " + i + "x".repeat(500));
                }
              })
          .isInstanceOfSatisfying(
              StoreUnavailable.class, it -> assertThat(it.reason()).isEqualTo(Reason.FULL));
      List<User> users = store.read(records -> records.users().all());
      assertThat(users).extracting(User::name).contains("ada");
      disk.makeRoom();
      add(store, "bob");
    }
  }

  private static void add(Store store, String name) throws Exception {
    store.write(records -> {
      records.users().add(User.made(name + "-handle", name, name, Instant.EPOCH));
      return name;
    });
  }
}
