package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.jdbc.JdbcRecords;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Keeps the records in one SQLite file. One connection serves this process, one thread at a time; a
 * ceremony takes about a millisecond. Other processes are waited for.
 */
public final class SqliteStore implements Store {

  /** Long enough for any other process of ours, short enough for a person to wait. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** All processes write one chain of audit rows: the file lets one write at a time. */
  private static final String WRITER = "file";

  private final Path file;
  private final Handle handle;
  private final ReentrantLock turn = new ReentrantLock();

  private SqliteStore(Path file, Handle handle) {
    this.file = file;
    this.handle = handle;
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
      Connection connection = SqliteConnection.open(file, patience);
      try {
        Schema.bringUpToDate(connection, file, patience);
        return new SqliteStore(file, Jdbi.open(connection));
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
    turn.lock();
    try {
      return work.with(JdbcRecords.over(handle, Writers.ONE, WRITER));
    } catch (JdbiException e) {
      throw SqliteFailure.of(e, file);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public <T> T write(Work<T> work) throws RelyingPartyException {
    turn.lock();
    try {
      return transact(work);
    } catch (JdbiException e) {
      throw SqliteFailure.of(e, file);
    } finally {
      turn.unlock();
    }
  }

  /**
   * In SQL's own words: the driver would begin only with the first statement, and come out of step
   * with the database when another process does not let it begin at all. IMMEDIATE waits for others
   * here, and not in the middle of the work when it has read already what they are changing.
   */
  private <T> T transact(Work<T> work) throws RelyingPartyException {
    handle.execute("BEGIN IMMEDIATE");
    try {
      T result = work.with(JdbcRecords.over(handle, Writers.ONE, WRITER));
      handle.execute("COMMIT");
      return result;
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    }
  }

  /** SQLite may have rolled back by itself, when the disk is full for example. */
  private void rollBack(Throwable reason) {
    try {
      handle.execute("ROLLBACK");
    } catch (JdbiException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      handle.close();
    } finally {
      turn.unlock();
    }
  }
}
