package dev.touchstone.rp;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.postgres.PostgresStore;
import dev.touchstone.rp.store.sqlite.SqliteStore;

/** Opens a database of either kind. */
final class Databases {

  private Databases() {}

  static Store open(DatabaseLocation location) throws RelyingPartyException {
    return switch (location) {
      case DatabaseLocation.SqliteFile it -> SqliteStore.open(it.file(), SqliteStore.PATIENCE);
      case DatabaseLocation.PostgresDatabase it ->
          PostgresStore.open(it, PostgresStore.CONNECTIONS, PostgresStore.PATIENCE);
    };
  }
}
