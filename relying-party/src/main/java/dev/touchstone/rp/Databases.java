package dev.touchstone.rp;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.limit.Allowances;
import dev.touchstone.rp.limit.LocalAllowances;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabaseReport;
import dev.touchstone.rp.store.move.DatabaseMove;
import dev.touchstone.rp.store.move.TableContent;
import dev.touchstone.rp.store.postgres.PostgresReport;
import dev.touchstone.rp.store.postgres.PostgresStore;
import dev.touchstone.rp.store.sqlite.SqliteBackup;
import dev.touchstone.rp.store.sqlite.SqliteReport;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an operator does to a database as a whole, of either kind. */
public final class Databases {

  private Databases() {}

  /** A database in use, and how often whom tried: counted where the records are, if others are. */
  record Opened(Store store, Allowances allowances) {}

  static Opened open(DatabaseLocation location, InstantSource clock) throws RelyingPartyException {
    return switch (location) {
      case SqliteFile it ->
          new Opened(SqliteStore.open(it.file(), SqliteStore.PATIENCE), new LocalAllowances(clock));
      case PostgresDatabase it -> {
        PostgresStore store =
            PostgresStore.open(it, PostgresStore.CONNECTIONS, PostgresStore.PATIENCE);
        yield new Opened(store, store.allowances(clock));
      }
    };
  }

  /**
   * Looks at it, changing nothing.
   *
   * @return empty if there is no such file yet
   * @throws RelyingPartyException.StoreUnavailable if it cannot be reached or read
   */
  public static Optional<DatabaseReport> report(DatabaseLocation location)
      throws RelyingPartyException {
    return switch (location) {
      case SqliteFile it ->
          Files.exists(it.file()) ? Optional.of(SqliteReport.of(it.file())) : Optional.empty();
      case PostgresDatabase it -> Optional.of(PostgresReport.of(it));
    };
  }

  /**
   * Copies a file while others use it, and checks the copy.
   *
   * @param target is not there yet
   * @return what the copy holds
   * @throws RequestInvalid if there is something at the target, or nothing to copy
   * @throws RelyingPartyException.StoreUnavailable if it cannot be read, or not be written
   */
  public static DatabaseReport backUp(SqliteFile database, Path target)
      throws RelyingPartyException {
    refuseMissing(database);
    return SqliteBackup.copy(database.file(), target);
  }

  /**
   * What would be moved; changes nothing.
   *
   * @throws RequestInvalid if the target is not empty, or there is nothing to move
   * @throws RelyingPartyException.StoreUnavailable if either cannot be used
   */
  public static List<TableContent> previewMove(SqliteFile from, PostgresDatabase to)
      throws RelyingPartyException {
    refuseMissing(from);
    return DatabaseMove.preview(from, to);
  }

  /**
   * Copies everything, proves that it arrived, and leaves the file as it is.
   *
   * @return what is at the target now
   * @throws RequestInvalid if the target is not empty, or there is nothing to move
   * @throws RelyingPartyException.StoreUnavailable if either cannot be used
   */
  public static List<TableContent> move(SqliteFile from, PostgresDatabase to)
      throws RelyingPartyException {
    refuseMissing(from);
    return DatabaseMove.run(from, to);
  }

  private static void refuseMissing(SqliteFile database) throws RequestInvalid {
    if (!Files.exists(database.file())) {
      throw new RequestInvalid(
          "There is no database %s yet; the first registration makes it.".formatted(database));
    }
  }
}
