package dev.touchstone.app.usecase.store;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.settings.SettingsFile;
import dev.touchstone.app.usecase.account.Operator;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.app.usecase.audit.TrailWriter;
import dev.touchstone.rp.Databases;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabaseReport;
import dev.touchstone.rp.store.move.TableContent;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the relying party's database, copies it, and moves it to a server. A copy is everything
 * about everybody: where operators sign in, it is for administrators.
 */
public final class StoreUseCases {

  private final Settings settings;
  private final Operators operators;
  private final TrailWriter trail;
  private final InstantSource clock;

  public StoreUseCases(
      Settings settings, Operators operators, TrailWriter trail, InstantSource clock) {
    this.settings = settings;
    this.operators = operators;
    this.trail = trail;
    this.clock = clock;
  }

  /** Where it is. */
  public DatabaseLocation location() {
    return settings.store().database();
  }

  /**
   * Looks at it, whoever asks: it tells of nobody, and has to work where the database is damaged
   * and knows no operator any more.
   *
   * @return empty if it is a file that is not there yet
   * @throws Failure if it cannot be read
   */
  public Optional<DatabaseReport> report() throws Failure {
    return told(() -> Databases.report(location()));
  }

  /**
   * Copies it while it is used.
   *
   * @param target is not there yet
   * @throws Failure if it cannot be copied; for a database server with the command that can
   */
  public DatabaseReport backUp(Path target) throws Failure {
    return switch (location()) {
      case SqliteFile it -> {
        permitBackUp(it);
        DatabaseReport report = told(() -> Databases.backUp(it, target));
        if (report.schema() == report.newest()) {
          copied(target.toString());
        } // else a row would bring the tables up to date under the program that still uses them
        yield report;
      }
      case PostgresDatabase it -> {
        operators.permit(Permission.ADMINISTER);
        throw new Failure(
            new Advice(
                Advice.Kind.USAGE,
                "The records are on the database server %s, and its own program copies them."
                    .formatted(it.address().server()),
                "",
                "Run: pg_dump --format=custom --file='%s' '%s'".formatted(target, it.address()),
                ""));
      }
    };
  }

  /**
   * Who is signed in stands in the database, and to read that would bring older tables up to date
   * under the program that still uses them.
   */
  private void permitBackUp(SqliteFile file) throws Failure {
    if (!operators.demanded()) {
      return;
    }
    Optional<DatabaseReport> report = report();
    if (report.isPresent() && report.get().schema() < report.get().newest()) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%s is of an older version of this program, so who is signed in cannot be looked up without changing it."
                  .formatted(file),
              "Nothing was copied.",
              "Back it up with the version that made it.",
              ""));
    }
    operators.permit(Permission.ADMINISTER);
  }

  /**
   * What would be moved; changes nothing.
   *
   * @param url {@code postgresql://user@host:5432/name}
   * @throws Failure if the target is not empty, or either database cannot be used
   */
  public List<TableContent> previewMove(String url) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return told(() -> Databases.previewMove(source(), target(url)));
  }

  /**
   * Moves everything there, and proves that it arrived. The file stays as it is, but for the row of
   * its audit trail about this, which moves along.
   *
   * @throws Failure if the target is not empty, or either database cannot be used
   */
  public List<TableContent> move(String url) throws Failure {
    operators.permit(Permission.ADMINISTER);
    PostgresDatabase target = target(url);
    SqliteFile source = source();
    var _ = told(() -> Databases.previewMove(source, target));
    copied(target.address().toString());
    trail.flush();
    return told(() -> Databases.move(source, target));
  }

  private void copied(String where) {
    trail.write(
        AuditEvent.succeeded(clock.instant(), AuditEvents.EXPORT, Operator.atTheConsole(), "")
            .with("what", "database")
            .with("where", where));
  }

  private SqliteFile source() throws Failure {
    return switch (location()) {
      case SqliteFile it -> it;
      case PostgresDatabase it ->
          throw new Failure(
              new Advice(
                  Advice.Kind.USAGE,
                  "The records are on a database server already: %s.".formatted(it),
                  "Nothing was changed.",
                  "Move from one server to another with pg_dump and pg_restore.",
                  ""));
    };
  }

  private PostgresDatabase target(String url) throws Failure {
    try {
      return SettingsFile.postgres(settings.data(), url);
    } catch (SettingsException e) {
      throw new Failure(
          new Advice(Advice.Kind.USAGE, String.valueOf(e.getMessage()), "", "", ""), e);
    }
  }

  private interface Work<T> {
    T run() throws RelyingPartyException, Failure;
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
