package dev.touchstone.rp.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.OpenDatabase;
import dev.touchstone.rp.store.postgres.PostgresReport;
import dev.touchstone.rp.store.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMoveTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");
  private static final int EVENTS = 2500;
  private static final KeptBlob BLOB =
      new KeptBlob(
          "https://mds.example/",
          "a.b.c",
          Optional.of("\"tag\""),
          7,
          LocalDate.of(2026, 12, 1),
          NOW);

  @TempDir private Path folder;
  private SqliteFile from;
  private PostgresDatabase to;

  @BeforeEach
  void fill() throws Exception {
    from = new SqliteFile(folder.resolve("touchstone.db"));
    to = PostgresServer.shared().newDatabase();
    try (Store store = OpenDatabase.at(from)) {
      store.write(records -> {
        records.users().add(user("ada", Optional.of(LocalDate.of(1815, 12, 10))));
        records.users().add(user("émile 'Robert'); DROP TABLE account; --", Optional.empty()));
        records.secrets().put(new SecretRow("a", "k", Bytes.ofHex("00ff80"), NOW));
        records.metadata().put(BLOB);
        for (int i = 0; i < EVENTS; i++) {
          records
              .audit()
              .append(
                  AuditEvent.refused(NOW, AuditEvents.ACCESS, Caller.CONSOLE, "ada", "no " + i));
        }
        return true;
      });
    }
  }

  @Test
  void everythingArrivesAsItWas() throws Exception {
    List<TableContent> moved = DatabaseMove.run(from, to);

    assertThat(moved)
        .filteredOn(it -> it.table().equals("audit"))
        .first()
        .satisfies(it -> {
          assertThat(it.rows()).isEqualTo(EVENTS);
          assertThat(it.digest()).hasSize(64);
        });
    try (Store source = OpenDatabase.at(from);
        Store target = OpenDatabase.at(to)) {
      List<User> users = target.read(records -> records.users().all());
      assertThat(users).isEqualTo(source.<List<User>>read(records -> records.users().all()));
      List<KeptBlob> metadata = target.read(records -> records.metadata().all());
      assertThat(metadata).containsExactly(BLOB);
      List<SecretRow> secrets = target.read(records -> records.secrets().all());
      assertThat(secrets)
          .isEqualTo(source.<List<SecretRow>>read(records -> records.secrets().all()));
    }
  }

  @Test
  void previewChangesNothing() throws Exception {
    assertThat(DatabaseMove.preview(from, to))
        .contains(new TableContent("account", 2, ""), new TableContent("audit", EVENTS, ""));
    assertThat(PostgresReport.of(to).schema()).isZero();
  }

  @Test
  void targetThatHoldsRowsIsRefusedAndLeftAlone() throws Exception {
    try (Store target = OpenDatabase.at(to)) {
      target.write(records -> {
        records.users().add(user("bob", Optional.empty()));
        return true;
      });
    }
    assertThatThrownBy(() -> DatabaseMove.run(from, to))
        .isInstanceOf(RequestInvalid.class)
        .hasMessageContaining("holds rows already");
    try (Store target = OpenDatabase.at(to)) {
      List<User> users = target.read(records -> records.users().all());
      assertThat(users).extracting(User::name).containsExactly("bob");
    }
  }

  @Test
  void targetOfAnotherProgramIsRefused() throws Exception {
    PostgresServer.shared().run(to, "CREATE TABLE recipe (name TEXT)");
    assertThatThrownBy(() -> DatabaseMove.run(from, to))
        .isInstanceOf(RequestInvalid.class)
        .hasMessageContaining("another program");
  }

  @Test
  void rowThatCannotBeKeptLeavesTheTargetEmptyAndItCanBeDoneAgain() throws Exception {
    User spoilt = user("zoe", Optional.empty()).with("a\0b", Profile.UNKNOWN);
    try (Store store = OpenDatabase.at(from)) {
      store.write(records -> {
        records.users().add(spoilt);
        return true;
      });
    }
    assertThatThrownBy(() -> DatabaseMove.run(from, to))
        .isInstanceOf(RequestInvalid.class)
        .hasMessageContaining("U+0000");
    assertThat(PostgresReport.of(to).rows().values()).containsOnly(0L);

    try (Store store = OpenDatabase.at(from)) {
      store.write(records -> records.users().delete("zoe"));
    }
    DatabaseMove.run(from, to);
    assertThat(PostgresReport.of(to).rows()).containsEntry("account", 2L);
  }

  @Test
  void sourceIsNotChanged() throws Exception {
    byte[] before = Files.readAllBytes(from.file());
    DatabaseMove.run(from, to);
    assertThat(from.file()).hasBinaryContent(before);
  }

  private static User user(String name, Optional<LocalDate> born) {
    Profile profile = new Profile(name, "", Optional.of(name + "@example.org"), born, "");
    return User.made(Bytes.ofUtf8(name).base64Url(), name, name, profile, NOW);
  }
}
