package dev.touchstone.rp.store;

import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.postgres.PostgresServer;
import java.nio.file.Path;

/** Either kind of database, empty, for tests of what both have to do alike. */
public enum DatabaseKind {
  SQLITE,
  POSTGRESQL;

  /**
   * Where an empty database is, or will be.
   *
   * @param folder of one test
   */
  public DatabaseLocation empty(Path folder) throws Exception {
    return switch (this) {
      case SQLITE -> new SqliteFile(folder.resolve("touchstone.db"));
      case POSTGRESQL -> PostgresServer.shared().newDatabase();
    };
  }
}
