package dev.touchstone.rp.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.Credentials;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.PostgresAddress;
import java.io.IOException;
import java.time.Duration;

/** Connections to a PostgreSQL database, with the settings on which the promises rest. */
final class PostgresPool {

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  private PostgresPool() {}

  /**
   * Connections that are made when they are needed, the first one now.
   *
   * @param patience how long to wait for one
   * @throws RelyingPartyException.StoreUnavailable if there is none to be had
   */
  static HikariDataSource open(PostgresDatabase database, int connections, Duration patience)
      throws RelyingPartyException {
    try {
      return new HikariDataSource(config(database, connections, patience));
    } catch (PoolInitializationException | PasswordUnreadable e) {
      throw PostgresFailure.of(e, database.address());
    }
  }

  private static HikariConfig config(
      PostgresDatabase database, int connections, Duration patience) {
    PostgresAddress address = database.address();
    HikariConfig config = new HikariConfig();
    config.setPoolName("touchstone");
    config.setJdbcUrl("jdbc:postgresql://%s/".formatted(address.server()));
    config.addDataSourceProperty("PGDBNAME", address.name());
    address.parameters().forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("ApplicationName", "touchstone");
    config.addDataSourceProperty("connectTimeout", seconds(patience));
    config.addDataSourceProperty("loginTimeout", seconds(patience));
    // A server that vanished without a word is noticed, however long a transaction may take.
    config.addDataSourceProperty("socketTimeout", seconds(LONGEST_ANSWER));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setCredentialsProvider(() -> credentials(database));
    config.setConnectionTimeout(patience.toMillis());
    config.setValidationTimeout(Math.min(patience.toMillis(), 2000));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(1);
    // A replica that hangs in a transaction must not keep the others from their rows for long.
    config.setConnectionInitSql(
        "SET lock_timeout = '%d s'; SET idle_in_transaction_session_timeout = '60 s'"
            .formatted(patience.toSeconds() + 1));
    return config;
  }

  private static Credentials credentials(PostgresDatabase database) {
    try {
      return Credentials.of(database.address().user(), database.password().read().orElse(""));
    } catch (IOException e) {
      throw new PasswordUnreadable(e);
    }
  }

  /** The file with the password cannot be read. */
  static final class PasswordUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PasswordUnreadable(IOException cause) {
      super(cause);
    }
  }

  private static String seconds(Duration duration) {
    return String.valueOf(Math.max(1, duration.toSeconds()));
  }
}
