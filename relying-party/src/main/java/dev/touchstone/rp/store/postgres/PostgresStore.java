package dev.touchstone.rp.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.limit.Allowances;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.PostgresAddress;
import dev.touchstone.rp.store.jdbc.JdbcRecords;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import dev.touchstone.rp.store.jdbc.Statements;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Keeps the records in a PostgreSQL database, together with any number of other processes. A server
 * that goes away is an exception for whoever asks meanwhile; when it is back, so is the store.
 */
public final class PostgresStore implements Store {

  /** Long enough for a server that is busy, short enough for a person to wait. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** As many transactions at once as a server of a few cores makes good use of. */
  public static final int CONNECTIONS = 8;

  private static final int ATTEMPTS = 8;

  private final PostgresAddress address;
  private final Duration patience;
  private final HikariDataSource source;
  private final Jdbi jdbi;

  /**
   * The names of the chains of audit rows, as many as transactions may run at once. A row needs the
   * hash of the one before it, so in one chain a transaction would have to wait for the other's
   * commit. The last one that was given back is taken first: whoever is not busy has one chain.
   */
  private final LinkedBlockingDeque<String> writers = new LinkedBlockingDeque<>();

  private PostgresStore(
      PostgresDatabase database,
      int connections,
      Duration patience,
      HikariDataSource source,
      Jdbi jdbi) {
    this.address = database.address();
    this.patience = patience;
    this.source = source;
    this.jdbi = jdbi;
    for (int i = 1; i <= connections; i++) {
      writers.add(i == 1 ? database.replica() : database.replica() + "#" + i);
    }
  }

  /**
   * Connects, and makes the tables or brings them up to date as needed.
   *
   * @param connections how many transactions may write at once
   * @param patience how long to wait for a connection, and for rows that others are changing
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be used
   */
  public static PostgresStore open(PostgresDatabase database, int connections, Duration patience)
      throws RelyingPartyException {
    HikariDataSource source = PostgresPool.open(database, connections + 1, patience);
    try {
      Jdbi jdbi = Jdbi.create(source);
      PostgresSchema.bringUpToDate(jdbi, source, database.address());
      return new PostgresStore(database, connections, patience, source, jdbi);
    } catch (JdbiException | FlywayException e) {
      source.close();
      throw PostgresFailure.of(e, database.address());
    } catch (RuntimeException | StoreUnavailable e) {
      source.close();
      throw e;
    }
  }

  /** Counts how often whom tried, for all who use this database together. */
  public Allowances allowances(InstantSource clock) {
    return new PostgresAllowances(source, address, clock);
  }

  /** One snapshot, however many queries the work makes. */
  @Override
  public <T> T read(Work<T> work) throws RelyingPartyException {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.<T, RelyingPartyException>inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> {
              handle.execute("SET TRANSACTION READ ONLY");
              try (Statements statements = new Statements(handle)) {
                return work.with(JdbcRecords.over(statements, Writers.NONE, ""));
              }
            });
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || !PostgresFailure.isLostConnection(e)) {
          throw PostgresFailure.of(e, address);
        }
        forgetConnections();
      }
    }
  }

  @Override
  public <T> T write(Work<T> work) throws RelyingPartyException {
    String writer = takeWriter();
    try {
      return writeAs(writer, work);
    } finally {
      writers.addFirst(writer);
    }
  }

  private String takeWriter() throws StoreUnavailable {
    try {
      String writer = writers.pollFirst(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (writer != null) {
        return writer;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StoreUnavailable(
        Reason.LOCKED,
        "The database %s is busy with other requests of this server; try again in a moment."
            .formatted(address),
        null);
  }

  /**
   * Whoever meets somebody else's change of the same row begins anew, sees that change, and goes
   * the way that the work has for it: a name that was just taken is then a name that is taken.
   */
  private <T> T writeAs(String writer, Work<T> work) throws RelyingPartyException {
    for (int attempt = 1; ; attempt++) {
      AtomicBoolean committing = new AtomicBoolean();
      try {
        return jdbi.<T, RelyingPartyException>inTransaction(
            TransactionIsolationLevel.READ_COMMITTED,
            handle -> {
              try (Statements statements = new Statements(handle)) {
                T result = work.with(JdbcRecords.over(statements, Writers.SEVERAL, writer));
                committing.set(true);
                return result;
              }
            });
      } catch (JdbiException e) {
        boolean lost = PostgresFailure.isLostConnection(e);
        // Of a connection that was lost while it committed, nobody knows what the server did.
        boolean again = PostgresFailure.isConflict(e) || (lost && !committing.get());
        if (attempt == ATTEMPTS || !again) {
          throw PostgresFailure.of(e, address);
        }
        if (lost) {
          forgetConnections();
        }
      }
    }
  }

  /** After a restart of the server the others are as dead as the one that was noticed. */
  private void forgetConnections() {
    source.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    source.close();
  }
}
