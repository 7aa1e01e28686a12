package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.jdbc.JdbcRecords;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import dev.touchstone.rp.store.jdbc.Statements;
import dev.touchstone.rp.store.sqlite.GroupCommit.Job;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records in one SQLite file. One connection writes, and work that waits at the same time
 * shares a transaction ({@link GroupCommit}); others read meanwhile, each what was stored when it
 * began. Other processes are waited for.
 */
public final class SqliteStore implements Store {

  /** Long enough for any other process of ours, short enough for a person to wait. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** All processes write one chain of audit rows: the file lets one write at a time. */
  private static final String WRITER = "file";

  private final Path file;
  private final Handle handle;
  private final Statements statements;
  private final SqliteReaders readers;
  private final GroupCommit<Records> queue = new GroupCommit<>(this::look, this::transact);

  private SqliteStore(Path file, Duration patience, Handle handle) {
    this.file = file;
    this.handle = handle;
    this.statements = new Statements(handle);
    this.readers = new SqliteReaders(file, patience);
  }

  /**
   * Opens the file, making it or bringing its tables up to date as needed.
   *
   * @param patience how long to wait while another process writes
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be used
   */
  public static SqliteStore open(Path file, Duration patience) throws RelyingPartyException {
    DatabaseFile.prepare(file);
    try {
      if (!DatabaseFile.hasWriteAheadLog(file)) {
        // SQLite waits for nobody when it switches a file over, so only one may try.
        try (PreparationLock _ = PreparationLock.on(file)) {
          SqliteConnection.open(file, patience).close();
        }
      }
      Connection connection = SqliteConnection.openToWrite(file, patience);
      try {
        Schema.bringUpToDate(connection, file, patience);
        return new SqliteStore(file, patience, Jdbi.open(connection));
      } catch (SQLException | RuntimeException | RelyingPartyException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      throw SqliteFailure.of(e, file);
    }
  }

  @Override
  public <T> T read(Work<T> work) throws RelyingPartyException {
    try (SqliteReaders.Reader reader = readers.take()) {
      return work.with(records(reader.statements(), Writers.NONE));
    } catch (JdbiException | SQLException e) {
      throw SqliteFailure.of(e, file);
    }
  }

  @Override
  public <T> T lookUp(Work<T> work) throws RelyingPartyException {
    return done(work, queue::read);
  }

  @Override
  public <T> T write(Work<T> work) throws RelyingPartyException {
    return done(work, queue::write);
  }

  @FunctionalInterface
  private interface Turn {
    @Nullable Object take(GroupCommit.Work<Records> work) throws Throwable;
  }

  // what comes back is what the work returned, null where that may be null
  @SuppressWarnings({"unchecked", "NullAway"})
  private <T> T done(Work<T> work, Turn turn) throws RelyingPartyException {
    try {
      return (T) turn.take(work::with);
    } catch (JdbiException e) {
      throw SqliteFailure.of(e, file);
    } catch (RelyingPartyException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("work throws nothing else", e);
    }
  }

  /** None of them can change what another sees, and nobody is locked out meanwhile. */
  private synchronized void look(List<Job<Records>> batch) {
    try {
      statements.update("BEGIN");
      for (Job<Records> job : batch) {
        job.run(records(statements, Writers.NONE));
      }
      statements.update("COMMIT");
    } catch (RuntimeException | Error e) {
      rollBack();
      batch.forEach(job -> job.undone(e));
    }
  }

  /**
   * In SQL's own words: the driver would begin only with the first statement, and come out of step
   * with the database when another process does not let it begin at all. IMMEDIATE waits for others
   * here, and not in the middle of the work when it has read already what they are changing.
   */
  private synchronized void transact(List<Job<Records>> batch) {
    try {
      if (!allAtOnce(batch)) {
        eachForItself(batch);
      }
    } catch (RuntimeException | Error e) {
      rollBack();
      batch.forEach(job -> job.undone(e));
    }
  }

  /** The usual way. A job that fails takes all others back with it: false, nothing is stored. */
  private boolean allAtOnce(List<Job<Records>> batch) {
    statements.update("BEGIN IMMEDIATE");
    Records records = records(statements, Writers.ONE);
    for (Job<Records> job : batch) {
      if (!job.run(records)) {
        rollBack();
        return batch.size() == 1;
      }
    }
    statements.update("COMMIT");
    return true;
  }

  /**
   * So that the others do not fail with one: twice the work, and savepoints are not for nothing.
   */
  private void eachForItself(List<Job<Records>> batch) {
    statements.update("BEGIN IMMEDIATE");
    Records records = records(statements, Writers.ONE);
    for (Job<Records> job : batch) {
      statements.update("SAVEPOINT job");
      if (!job.run(records)) {
        statements.update("ROLLBACK TO job");
        records = records(statements, Writers.ONE);
      }
      statements.update("RELEASE job");
    }
    statements.update("COMMIT");
  }

  private void rollBack() {
    try {
      statements.update("ROLLBACK");
    } catch (JdbiException e) {
      // SQLite has rolled back by itself, as it does when the disk is full
    }
  }

  private static Records records(Statements statements, Writers writers) {
    return JdbcRecords.over(statements, writers, WRITER);
  }

  @Override
  public synchronized void close() {
    readers.close();
    statements.close();
    handle.close();
  }
}
