package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.store.jdbc.Statements;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Connections that read. Each is opened when all others are in use, and kept; a command that reads
 * once opens one.
 */
final class SqliteReaders implements AutoCloseable {

  /** Reading is computing, so more than a few per processor would only wait for each other. */
  private static final int MOST = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Path file;
  private final Duration patience;
  private final Semaphore free = new Semaphore(MOST);
  private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SqliteReaders(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /** A connection in a transaction of its own, which sees nothing that is stored later. */
  final class Reader implements AutoCloseable {

    private final Handle handle;
    private final Statements statements;

    private Reader(Handle handle) {
      this.handle = handle;
      this.statements = new Statements(handle);
    }

    Statements statements() {
      return statements;
    }

    private void end() {
      statements.close();
      handle.close();
    }

    /** Gives it back. */
    @Override
    public void close() {
      boolean reusable = false;
      try {
        statements.update("COMMIT");
        reusable = true;
      } finally {
        if (reusable && !closed) {
          idle.push(this);
        } else {
          end();
        }
        free.release();
      }
    }
  }

  /**
   * Takes one, waiting for it if need be.
   *
   * @throws SQLException if another one is needed and the file cannot be opened
   */
  Reader take() throws SQLException {
    free.acquireUninterruptibly();
    Reader reader = null;
    try {
      Reader kept = idle.poll();
      reader = kept == null ? new Reader(Jdbi.open(SqliteConnection.open(file, patience))) : kept;
      reader.statements().update("BEGIN");
      return reader;
    } catch (SQLException | RuntimeException e) {
      if (reader != null) {
        reader.end();
      }
      free.release();
      throw e;
    }
  }

  /** Ends those that are idle; the others end when they are given back. */
  @Override
  public void close() {
    closed = true;
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.end();
    }
  }
}
