package dev.touchstone.rp.store.move;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabaseReport;
import dev.touchstone.rp.store.postgres.PostgresConnection;
import dev.touchstone.rp.store.postgres.PostgresReport;
import dev.touchstone.rp.store.sqlite.SqliteReport;
import dev.touchstone.rp.store.sqlite.SqliteSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies all rows of all tables into an empty database, reads them there again, and keeps them only
 * if they are the same. It is one transaction: whatever goes wrong leaves the target as empty as it
 * was, and the source is never changed, so that it can be done again.
 */
public final class DatabaseMove {

  private DatabaseMove() {}

  /**
   * What would be moved; changes nothing.
   *
   * @return rows by table, without digests
   * @throws RequestInvalid if the target is not empty
   * @throws StoreUnavailable if either database cannot be used
   */
  public static List<TableContent> preview(SqliteFile from, PostgresDatabase to)
      throws RelyingPartyException {
    DatabaseReport target = PostgresReport.of(to);
    if (!target.damage().isEmpty()) {
      throw foreign(to);
    }
    if (target.rows().values().stream().anyMatch(count -> count > 0)) {
      throw notEmpty(to);
    }
    DatabaseReport source = SqliteReport.of(from.file());
    if (!source.damage().isEmpty()) {
      throw new StoreUnavailable(Reason.DAMAGED, from.file(), null);
    }
    return source.rows().entrySet().stream()
        .map(it -> new TableContent(it.getKey(), it.getValue(), ""))
        .toList();
  }

  /**
   * Moves. Whoever writes to the source meanwhile has to wait, and may be told that it is locked.
   *
   * @return what is at the target now, read there
   * @throws RequestInvalid if the target is not empty
   * @throws StoreUnavailable if either database cannot be used, or what arrived is not what was
   *     sent
   */
  public static List<TableContent> run(SqliteFile from, PostgresDatabase to)
      throws RelyingPartyException {
    preview(from, to);
    return PostgresConnection.use(
        to, target -> SqliteSnapshot.read(from.file(), source -> copy(source, target, to)));
  }

  private static List<TableContent> copy(Connection source, Connection target, PostgresDatabase to)
      throws SQLException, RelyingPartyException {
    List<TableShape> tables = TableShape.all(target);
    for (TableShape table : tables) {
      refuseRows(target, table, to);
    }
    List<TableContent> sent = new ArrayList<>();
    for (TableShape table : tables) {
      sent.add(new TableCopy(table).copy(source, target));
    }
    List<TableContent> arrived = new ArrayList<>();
    for (TableShape table : tables) {
      arrived.add(new TableCopy(table).content(target));
    }
    if (!arrived.equals(sent)) {
      throw new StoreUnavailable(
          Reason.DAMAGED,
          "What arrived in the database %s is not what was sent; nothing was kept there, report this as a defect."
              .formatted(to),
          null);
    }
    return arrived;
  }

  private static void refuseRows(Connection target, TableShape table, PostgresDatabase to)
      throws SQLException, RequestInvalid {
    try (Statement statement = target.createStatement()) {
      statement.execute("LOCK TABLE \"%s\" IN EXCLUSIVE MODE".formatted(table.name()));
      try (ResultSet row =
          statement.executeQuery("SELECT 1 FROM \"%s\" LIMIT 1".formatted(table.name()))) {
        if (row.next()) {
          throw notEmpty(to);
        }
      }
    }
  }

  private static RequestInvalid notEmpty(PostgresDatabase to) {
    return new RequestInvalid(
        "The database %s holds rows already; make an empty one with 'createdb', and name that."
            .formatted(to));
  }

  private static RequestInvalid foreign(PostgresDatabase to) {
    return new RequestInvalid(
        "The database %s holds tables of another program; make an empty one with 'createdb', and name that."
            .formatted(to));
  }
}
