package dev.touchstone.rp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.chain.ChainLink;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.Ed25519Signer;
import dev.touchstone.rp.audit.chain.RowHash;
import dev.touchstone.rp.audit.export.CheckpointDocument;
import dev.touchstone.rp.audit.verify.ChainFinding.Kind;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who can write the database as they like, and what {@code verify} says of it. */
class TrailTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Ed25519Signer signer = signer();
  private Instant now = NOON;
  private Path file;
  private Store store;
  private AuditDesk desk;
  private AuditRetention retention;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    file = folder.resolve("touchstone.db");
    store = SqliteStore.open(file, Duration.ofSeconds(5));
    desk = new AuditDesk(store, () -> signer, () -> now);
    retention = new AuditRetention(store, () -> signer, () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void trailThatNobodyTouchedIsIntact() throws Exception {
    write(50);
    desk.checkpoint();
    write(5);
    ChainReport report = verify();
    assertThat(report.intact()).isTrue();
    assertThat(report.rows()).isEqualTo(55);
    assertThat(report.checkpoints()).isEqualTo(1);
    assertThat(report.signedUpTo()).isEqualTo(50);
    assertThat(report.signedAt()).contains(NOON);
  }

  @Test
  void severalRowsOfOneTransactionAreChained() throws Exception {
    store.write(records -> {
      for (int i = 0; i < 5; i++) {
        records.audit().append(event(i));
      }
      return 0;
    });
    write(2);
    assertThat(verify().intact()).isTrue();
    assertThat(verify().last()).isEqualTo(7);
  }

  @Test
  void rowsOfATransactionThatFailsAreNoneOfTheChain() throws Exception {
    write(3);
    try {
      store.write(records -> {
        records.audit().append(event(9));
        throw new IllegalStateException("stop");
      });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("stop");
    }
    write(1);
    assertThat(verify().intact()).isTrue();
    assertThat(verify().last()).isEqualTo(4);
  }

  @Test
  void everyColumnOfARowIsProtected() throws Exception {
    write(3);
    List<String> texts =
        List.of(
            "event",
            "outcome",
            "actor",
            "subject",
            "credential",
            "address",
            "agent",
            "reason",
            "detail");
    for (String column : texts) {
      String old = text("SELECT " + column + " FROM audit WHERE seq = 2");
      sql("UPDATE audit SET " + column + " = 'x' WHERE seq = 2");
      assertFound(Kind.CHANGED, 2, 2);
      sql("UPDATE audit SET " + column + " = '" + old + "' WHERE seq = 2");
    }
    sql("UPDATE audit SET at = at + 1 WHERE seq = 2");
    assertFound(Kind.CHANGED, 2, 2);
    sql("UPDATE audit SET at = at - 1 WHERE seq = 2");
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void textMovedFromOneColumnToTheNextIsFound() throws Exception {
    write(3);
    sql("UPDATE audit SET actor = actor || subject, subject = '' WHERE seq = 2");
    assertFound(Kind.CHANGED, 2, 2);
  }

  @Test
  void removedRowsAreFound() throws Exception {
    write(10);
    sql("DELETE FROM audit WHERE seq IN (4, 5)");
    assertFound(Kind.REMOVED, 4, 5);
  }

  @Test
  void removedRowsAreFoundAlsoWhenTheOthersAreNumberedAnew() throws Exception {
    write(10);
    sql("DELETE FROM audit WHERE seq IN (4, 5)");
    sql("UPDATE audit SET seq = -seq WHERE seq > 5");
    sql("UPDATE audit SET seq = -seq - 2 WHERE seq < 0");
    assertFound(Kind.REMOVED, 4, 5);
  }

  @Test
  void removedBeginningIsFound() throws Exception {
    write(10);
    sql("DELETE FROM audit WHERE seq < 4");
    assertFound(Kind.REMOVED, 1, 3);
  }

  @Test
  void insertedRowIsFound() throws Exception {
    write(10);
    sql("UPDATE audit SET seq = -seq WHERE seq >= 4");
    sql("UPDATE audit SET seq = -seq + 1 WHERE seq < 0");
    AuditRow forged = AuditRow.of("file", 4, event(99)).with(Bytes.of(new byte[32]));
    insert(forged);
    assertFound(Kind.INSERTED, 4, 4);
  }

  @Test
  void reorderedRowsAreFound() throws Exception {
    write(10);
    sql("UPDATE audit SET seq = -seq WHERE seq IN (4, 5)");
    sql("UPDATE audit SET seq = 5 WHERE seq = -4");
    sql("UPDATE audit SET seq = 4 WHERE seq = -5");
    assertFound(Kind.REORDERED, 4, 5);
  }

  @Test
  void severalPlacesAreToldEach() throws Exception {
    write(30);
    sql("UPDATE audit SET actor = 'mallory' WHERE seq IN (3, 11, 12)");
    sql("DELETE FROM audit WHERE seq = 20");
    assertThat(verify().findings())
        .extracting(it -> it.kind(), it -> it.from(), it -> it.to())
        .containsExactly(
            tuple(Kind.CHANGED, 3L, 3L),
            tuple(Kind.CHANGED, 11L, 12L),
            tuple(Kind.REMOVED, 20L, 20L));
  }

  @Test
  void rowsAndHashesWrittenAnewAreFoundByTheCheckpoint() throws Exception {
    write(10);
    desk.checkpoint();
    rewriteFrom(6, "mallory");
    assertFound(Kind.REWRITTEN, 1, 10);
  }

  @Test
  void removedTailIsFoundByTheCheckpoint() throws Exception {
    write(10);
    desk.checkpoint();
    sql("DELETE FROM audit WHERE seq > 7");
    assertFound(Kind.TAIL_REMOVED, 8, 10);
  }

  @Test
  void removedTailAndCheckpointAreFoundByACheckpointThatWasKeptElsewhere() throws Exception {
    write(10);
    List<Checkpoint> kept = kept(desk.checkpoint());
    sql("DELETE FROM audit WHERE seq > 7");
    sql("DELETE FROM audit_checkpoint");
    assertThat(verify().intact()).isTrue();
    assertThat(verify(kept).findings())
        .extracting(it -> it.kind())
        .containsExactly(Kind.TAIL_REMOVED);
  }

  @Test
  void removedChainIsFoundByACheckpointThatWasKeptElsewhere() throws Exception {
    write(10);
    List<Checkpoint> kept = kept(desk.checkpoint());
    sql("DELETE FROM audit");
    sql("DELETE FROM audit_checkpoint");
    assertThat(verify(kept).findings())
        .extracting(it -> it.kind(), it -> it.from(), it -> it.to())
        .containsExactly(tuple(Kind.TAIL_REMOVED, 1L, 10L));
  }

  @Test
  void checkpointThatWasChangedIsForged() throws Exception {
    write(10);
    desk.checkpoint();
    sql("UPDATE audit_checkpoint SET at = at + 1");
    assertFound(Kind.CHECKPOINT_FORGED, 10, 10);
  }

  @Test
  void checkpointOfAnotherKeyProvesNothing() throws Exception {
    write(10);
    new AuditDesk(store, TrailTest::signer, () -> now).checkpoint();
    assertFound(Kind.CHECKPOINT_OF_UNKNOWN_KEY, 10, 10);
  }

  @Test
  void whatPolicyRemovedLeavesAChainThatCanBeVerified() throws Exception {
    write(20);
    desk.checkpoint();
    now = NOON.plus(Duration.ofDays(400));
    write(5);
    Instant yearAgo = now.minus(Duration.ofDays(365));
    assertThat(retention.preview(yearAgo))
        .containsExactly(new AuditRetention.Removal("file", 20, 20));
    assertThat(verify().rows()).as("a preview removes nothing").isEqualTo(25);
    assertThat(retention.remove(yearAgo, Caller.CONSOLE))
        .containsExactly(new AuditRetention.Removal("file", 20, 20));
    ChainReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).as("and the row that tells of it").isEqualTo(6);
    assertThat(report.retainedUpTo()).isEqualTo(20);
    assertThat(retention.preview(yearAgo)).isEmpty();
    now = now.plus(Duration.ofDays(500));
    write(1);
    retention.remove(now.minus(Duration.ofDays(1)), Caller.CONSOLE);
    assertThat(verify().findings()).isEmpty();
    assertThat(verify().retainedUpTo()).isEqualTo(26);
  }

  @Test
  void lastRowStaysHoweverOldItIs() throws Exception {
    write(20);
    retention.remove(NOON.plus(Duration.ofDays(9999)), Caller.CONSOLE);
    assertThat(verify().first()).isEqualTo(20);
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void rowsRemovedBehindThePolicysBackAreFound() throws Exception {
    write(20);
    now = NOON.plus(Duration.ofDays(400));
    write(5);
    retention.remove(now.minus(Duration.ofDays(365)), Caller.CONSOLE);
    sql("DELETE FROM audit WHERE seq = 21");
    assertFound(Kind.REMOVED, 21, 21);
  }

  @Test
  void checkpointOfRemovalThatIsForgedExcusesNothing() throws Exception {
    write(20);
    AuditRow eighth = store.read(records -> records.chains().rows("file", 7, 1)).getFirst();
    Checkpoint forged =
        Checkpoint.sign(
            new ChainLink("file", 8, eighth.hash()), Checkpoint.Kind.RETAINED, now, signer());
    store.write(records -> {
      records.chains().add(forged);
      return records.chains().remove("file", 8);
    });
    assertThat(verify().findings())
        .extracting(it -> it.kind())
        .containsExactlyInAnyOrder(Kind.REMOVED, Kind.CHECKPOINT_OF_UNKNOWN_KEY);
  }

  @Test
  void damageWithoutEndIsCountedAndNotKept() throws Exception {
    write(1000);
    sql("UPDATE audit SET actor = 'mallory' WHERE seq % 3 = 0");
    ChainReport report = verify();
    assertThat(report.findingsInAll()).isEqualTo(333);
    assertThat(report.findings()).hasSize(100);
  }

  @Test
  void textsOfStrangersAreKeptWithoutWhatDatabasesRefuse() throws Exception {
    Caller stranger = new Caller("a\0b\r\nc\ud800", "203.0.113.1", "x".repeat(100_000));
    desk.record(AuditEvent.refused(now, "access", stranger, "", "'); DROP TABLE audit; --"));
    AuditRow row = store.read(records -> records.chains().rows("file", 0, 1)).getFirst();
    assertThat(row.actor()).isEqualTo("a\ufffdb\ufffd\ufffdc\ufffd");
    assertThat(row.agent()).hasSize(320).endsWith("…");
    assertThat(row.reason()).isEqualTo("'); DROP TABLE audit; --");
    assertThat(verify().intact()).isTrue();
  }

  // ---- the attacker's tools

  private void rewriteFrom(long seq, String actor) throws Exception {
    List<AuditRow> rows = store.read(records -> records.chains().rows("file", seq - 2, 1000));
    Bytes before = rows.getFirst().hash();
    sql("DELETE FROM audit WHERE seq >= " + seq);
    for (AuditRow it : rows.subList(1, rows.size())) {
      AuditRow forged =
          new AuditRow(
              it.writer(),
              it.seq(),
              it.at(),
              it.event(),
              it.outcome(),
              actor,
              it.subject(),
              it.credential(),
              it.address(),
              it.agent(),
              it.reason(),
              it.detail(),
              it.hash());
      before = RowHash.of(before, forged);
      insert(forged.with(before));
    }
  }

  private void insert(AuditRow row) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      Object[] values = {
        row.writer(),
        row.seq(),
        row.at(),
        row.event(),
        row.outcome(),
        row.actor(),
        row.subject(),
        row.credential(),
        row.address(),
        row.agent(),
        row.reason(),
        row.detail(),
        row.hash().toArray()
      };
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement it = connection.createStatement()) {
      assertThat(it.executeUpdate(statement)).isPositive();
    }
  }

  private String text(String query) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement it = connection.createStatement()) {
      return it.executeQuery(query).getString(1);
    }
  }

  // ---- what the others do

  private void write(int rows) throws Exception {
    for (int i = 0; i < rows; i++) {
      desk.record(event(i));
    }
  }

  private AuditEvent event(int number) {
    return AuditEvent.succeeded(now, "sign-in.complete", Caller.CONSOLE, "user " + number)
        .with("sign_count", "" + number);
  }

  private void assertFound(Kind kind, long from, long to) throws Exception {
    assertThat(verify().findings())
        .extracting(it -> it.kind(), it -> it.from(), it -> it.to())
        .containsExactly(tuple(kind, from, to));
  }

  /** As it comes back from a file. */
  private static List<Checkpoint> kept(CheckpointDocument document) {
    return CheckpointDocument.parse(document.json()).checkpoints();
  }

  private ChainReport verify() throws Exception {
    return verify(List.of());
  }

  private ChainReport verify(List<Checkpoint> elsewhere) throws Exception {
    return desk.verify(elsewhere, _ -> Optional.empty(), _ -> {}).getFirst();
  }

  private static Ed25519Signer signer() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new Ed25519Signer(pair);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
