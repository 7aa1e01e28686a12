package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The eighth version of the tables. It is in Java, and not in SQL, because the words by which
 * accounts are found are made in Java; a database that has accounts already gets the words of all
 * of them in the same transaction.
 *
 * @param script the statements that make the tables, a resource
 */
public record HelpDeskMigration(String script) implements JavaMigration {

  private static final int AT_ONCE = 1000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("8");
  }

  @Override
  public String getDescription() {
    return "help desk";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : statements()) {
        statement.execute(sql);
      }
    }
    index(Jdbi.open(context.getConnection()));
  }

  /** The handle stays open: the connection is Flyway's. */
  private static void index(Handle handle) {
    try (Statements statements = new Statements(handle)) {
      SearchIndex index = new SearchIndex(statements, Writers.NONE);
      String last = "";
      List<String> page;
      do {
        page =
            statements.all(
                "SELECT handle FROM account WHERE handle > ? ORDER BY handle LIMIT " + AT_ONCE,
                row -> row.getString(1),
                last);
        page.forEach(index::refresh);
        last = page.isEmpty() ? "" : page.getLast();
      } while (page.size() == AT_ONCE);
    }
  }

  /** Each ends its line with a semicolon, and no other line does. */
  private List<String> statements() {
    try (InputStream resource = HelpDeskMigration.class.getResourceAsStream(script)) {
      if (resource == null) {
        throw new IllegalStateException(script + " belongs to the program");
      }
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.replaceAll("(?m)--.*$", "").split(";")).stream()
          .map(String::strip)
          .filter(it -> !it.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
