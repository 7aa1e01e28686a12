package dev.touchstone.rp.store.postgres;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.store.PostgresAddress;
import dev.touchstone.rp.store.postgres.PostgresPool.PasswordUnreadable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error codes (Appendix A of its manual) mean for a person. */
final class PostgresFailure {

  private PostgresFailure() {}

  /** Anything that is no failure of the database is a defect of ours and is thrown as it came. */
  static RelyingPartyException of(Exception failure, PostgresAddress address) {
    if (caused(failure, PasswordUnreadable.class).isPresent()) {
      return new StoreUnavailable(
          Reason.UNREACHABLE,
          "The password for the database %s cannot be read; check the file that database.password-file names."
              .formatted(address),
          failure);
    }
    return caused(failure, SQLException.class)
        .flatMap(sql -> told(code(sql), address, failure))
        .orElseGet(() -> defect(failure));
  }

  private static RelyingPartyException defect(Exception failure) {
    if (failure instanceof RuntimeException defect) {
      throw defect;
    }
    throw new IllegalStateException(failure);
  }

  /**
   * Whether the same work may well succeed when it is done again from its beginning: somebody else
   * changed or added the same row at the same moment, and now it can be seen.
   */
  static boolean isConflict(Exception failure) {
    String code = caused(failure, SQLException.class).map(PostgresFailure::code).orElse("");
    return switch (code) {
      case "40001", "40P01", "23505" -> true; // serialization, deadlock, unique violation
      default -> false;
    };
  }

  /** Whether the connection is gone, and with it the transaction that had not been committed. */
  static boolean isLostConnection(Exception failure) {
    return caused(failure, SQLException.class)
        .filter(sql -> !(sql instanceof SQLTransientConnectionException))
        .map(PostgresFailure::code)
        .filter(code -> code.startsWith("08") || code.startsWith("57P"))
        .isPresent();
  }

  private static Optional<RelyingPartyException> told(
      String code, PostgresAddress at, Exception failure) {
    return switch (code) {
      case "3D000" ->
          unavailable(
              Reason.UNREACHABLE,
              "The database server %s has no database '%s'; make it there with 'createdb %s'."
                  .formatted(at.server(), at.name(), at.name()),
              failure);
      case "28000", "28P01" ->
          unavailable(
              Reason.UNREACHABLE,
              "The database server %s refuses the user '%s'; check the user in the URL and the password that it is given."
                  .formatted(at.server(), at.user()),
              failure);
      case "42501" ->
          unavailable(
              Reason.READ_ONLY,
              "The user '%s' may not do that in the database %s; let it own the database or its schema."
                  .formatted(at.user(), at),
              failure);
      case "25006" ->
          unavailable(
              Reason.READ_ONLY,
              "The database %s is read-only, as a standby is; connect to the primary server."
                  .formatted(at),
              failure);
      case "53100" ->
          unavailable(
              Reason.FULL,
              "The disk of the database server %s is full; make room there.".formatted(at.server()),
              failure);
      case "55P03", "40001", "40P01" ->
          unavailable(
              Reason.LOCKED,
              "The database %s is locked by somebody else for too long; find out who holds it, then try again."
                  .formatted(at),
              failure);
      case "22021", "22P05" ->
          Optional.of(
              new RequestInvalid(
                  "A text holds a character that the database cannot keep, such as U+0000; leave it"
                      + " out."));
      default -> byClass(code, at, failure);
    };
  }

  private static Optional<RelyingPartyException> byClass(
      String code, PostgresAddress at, Exception failure) {
    return switch (code.length() < 2 ? "" : code.substring(0, 2)) {
      case "08", "57", "53", "" ->
          unavailable(
              Reason.UNREACHABLE,
              "The database server %s cannot be reached or takes no connection; check that it runs and that the network leads there."
                  .formatted(at.server()),
              failure);
      case "XX" ->
          unavailable(
              Reason.DAMAGED,
              "The database %s is damaged, or its server is; restore a back-up.".formatted(at),
              failure);
      default -> Optional.empty();
    };
  }

  private static Optional<RelyingPartyException> unavailable(
      Reason reason, String sentence, Exception cause) {
    return Optional.of(new StoreUnavailable(reason, sentence, cause));
  }

  /** The pool wraps what the driver threw; the innermost code says the most. */
  private static String code(SQLException failure) {
    String code = "";
    for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof SQLException sql && sql.getSQLState() != null) {
        code = sql.getSQLState();
      }
    }
    return code;
  }

  private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> type) {
    for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
      if (type.isInstance(it)) {
        return Optional.of(type.cast(it));
      }
    }
    return Optional.empty();
  }
}
