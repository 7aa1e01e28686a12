package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.file.OwnersFile;
import dev.touchstone.rp.store.DatabaseReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Copies a database while others write to it: the copy is one moment of it, whole, in one file, and
 * for its owner alone. It takes the file's name only when it has been checked.
 */
public final class SqliteBackup {

  private SqliteBackup() {}

  /**
   * Copies.
   *
   * @param target is not there yet; its folder is
   * @return what the copy holds
   * @throws RequestInvalid if there is something at the target
   * @throws StoreUnavailable if the database cannot be read, or the copy not be written
   */
  public static DatabaseReport copy(Path database, Path target) throws RelyingPartyException {
    if (Files.exists(target)) {
      throw exists(target);
    }
    Path fresh = target.resolveSibling(target.getFileName() + ".unchecked");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, OwnersFile.attributes());
      vacuum(database, fresh);
      DatabaseReport report = check(fresh);
      sync(fresh);
      // Unlike a move, a link is refused where there is something by now.
      Files.createLink(target, fresh);
      return report;
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } catch (IOException e) {
      throw new StoreUnavailable(
          Reason.UNREACHABLE,
          "The copy %s cannot be written; check that its folder is there, can be written to, and has space left."
              .formatted(target),
          e);
    } finally {
      forget(fresh);
    }
  }

  private static RequestInvalid exists(Path target) {
    return new RequestInvalid(
        "There is a file %s already; name one that is not there.".formatted(target));
  }

  private static void vacuum(Path database, Path fresh) throws RelyingPartyException {
    try (Connection connection = SqliteConnection.open(database, SqliteStore.PATIENCE);
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, fresh.toString());
      statement.execute();
    } catch (SQLException e) {
      StoreUnavailable failure = SqliteFailure.of(e, database);
      throw failure.reason() == Reason.FULL
          ? new StoreUnavailable(
              Reason.FULL,
              "The copy does not fit on its disk; make room there, or name a file on another one.",
              e)
          : failure;
    }
  }

  private static DatabaseReport check(Path copy) throws StoreUnavailable {
    DatabaseReport report = SqliteReport.of(copy);
    try (Connection connection = SqliteConnection.open(copy, SqliteStore.PATIENCE)) {
      String verdict = SqliteReport.first(connection, "PRAGMA integrity_check(1)");
      String dangling = SqliteReport.first(connection, "PRAGMA foreign_key_check");
      if (report.damage().isEmpty() && verdict.equals("ok") && dangling.isEmpty()) {
        return report;
      }
    } catch (SQLException e) {
      throw SqliteFailure.of(e, copy);
    }
    throw new StoreUnavailable(
        Reason.DAMAGED,
        "The copy is damaged, and so most likely is the database: nothing was kept; run the doctor,"
            + " and restore an earlier copy.",
        null);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void forget(Path fresh) throws StoreUnavailable {
    try {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + "-wal"));
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + "-shm"));
    } catch (IOException e) {
      throw new StoreUnavailable(
          Reason.UNREACHABLE, "The file %s was left behind; delete it.".formatted(fresh), e);
    }
  }
}
