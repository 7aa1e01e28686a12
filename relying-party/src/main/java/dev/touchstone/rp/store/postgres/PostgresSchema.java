package dev.touchstone.rp.store.postgres;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.store.PostgresAddress;
import dev.touchstone.rp.store.jdbc.HelpDeskMigration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings the tables up to date; of several replicas one does it, and the others wait. */
final class PostgresSchema {

  /** The number of the last migration. */
  static final int VERSION = 13;

  /** Flyway's notes, under a name that marks the database as ours. */
  private static final String HISTORY = "touchstone_schema_history";

  private PostgresSchema() {}

  static void bringUpToDate(Jdbi jdbi, DataSource source, PostgresAddress address)
      throws StoreUnavailable {
    int version = jdbi.withHandle(PostgresSchema::version);
    if (version > VERSION) {
      throw new StoreUnavailable(
          Reason.NEWER_PROGRAM,
          "The database %s was written by a newer version of this program; use that version, or choose another database."
              .formatted(address),
          null);
    }
    if (version < 0) {
      throw new StoreUnavailable(
          Reason.DAMAGED,
          "The database %s holds tables of another program; make one that is empty with 'createdb', and name that."
              .formatted(address),
          null);
    }
    if (version < VERSION) {
      Flyway.configure(PostgresSchema.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:dev/touchstone/rp/store/postgres")
          .javaMigrations(new HelpDeskMigration("/dev/touchstone/rp/store/postgres/help-desk.sql"))
          .table(HISTORY)
          .load()
          .migrate();
    }
  }

  /** 0 where there are no tables at all; -1 where they are another program's. */
  static int version(Handle handle) {
    boolean ours = flag(handle, "SELECT to_regclass('%s') IS NOT NULL".formatted(HISTORY));
    if (ours) {
      return handle
          .createQuery(
              "SELECT coalesce(max(version::integer), 0) FROM %s WHERE success".formatted(HISTORY))
          .mapTo(int.class)
          .one();
    }
    boolean foreign =
        flag(
            handle,
            "SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema ="
                + " current_schema())");
    return foreign ? -1 : 0;
  }

  private static boolean flag(Handle handle, String query) {
    return handle.createQuery(query).mapTo(boolean.class).one();
  }
}
