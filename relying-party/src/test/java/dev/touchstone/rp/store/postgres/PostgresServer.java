package dev.touchstone.rp.store.postgres;

import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabasePassword;
import dev.touchstone.rp.store.PostgresAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on 127.0.0.1. */
public final class PostgresServer {

  private static @Nullable PostgresServer shared;

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The one of this process: a server takes seconds to start, a database on it none. */
  public static synchronized PostgresServer shared() throws IOException {
    if (shared == null) {
      shared = new PostgresServer(EmbeddedPostgres.builder().start());
    }
    return shared;
  }

  /** A database that nobody else has. */
  public PostgresDatabase newDatabase() throws SQLException {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new PostgresDatabase(
        new PostgresAddress("127.0.0.1", server.getPort(), name, "postgres", Map.of()),
        new DatabasePassword.None(),
        "here");
  }

  /** Says something to that database in SQL, past the program. */
  public void run(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection =
            server.getDatabase("postgres", database.address().name()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
