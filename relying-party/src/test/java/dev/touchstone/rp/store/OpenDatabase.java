package dev.touchstone.rp.store;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.postgres.PostgresStore;
import dev.touchstone.rp.store.sqlite.SqliteStore;

/** Opens a database below the relying party. */
public final class OpenDatabase {

  private OpenDatabase() {}

  public static Store at(DatabaseLocation location) throws Exception {
    return switch (location) {
      case DatabaseLocation.SqliteFile it -> SqliteStore.open(it.file(), SqliteStore.PATIENCE);
      case DatabaseLocation.PostgresDatabase it ->
          PostgresStore.open(it, PostgresStore.CONNECTIONS, PostgresStore.PATIENCE);
    };
  }
}
