package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean for a person. */
final class SqliteFailure {

  private SqliteFailure() {}

  /** Anything that is no failure of the database is a defect of ours and is thrown as it came. */
  static StoreUnavailable of(Exception failure, Path file) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && !isDefect(sqlite)) {
        return new StoreUnavailable(reason(sqlite.getResultCode()), file, failure);
      }
    }
    if (failure instanceof RuntimeException defect) {
      throw defect;
    }
    return new StoreUnavailable(Reason.UNREACHABLE, file, failure);
  }

  /** A row that may not be there: SQLITE_CONSTRAINT. */
  private static boolean isDefect(SQLiteException failure) {
    return (failure.getResultCode().code & 0xff) == 19;
  }

  /** The low byte of an extended result code is the primary one. */
  private static Reason reason(SQLiteErrorCode code) {
    return switch (code.code & 0xff) {
      case 5, 6 -> Reason.LOCKED; // SQLITE_BUSY, SQLITE_LOCKED
      case 8 -> Reason.READ_ONLY; // SQLITE_READONLY
      case 13 -> Reason.FULL; // SQLITE_FULL
      case 11, 26 -> Reason.DAMAGED; // SQLITE_CORRUPT, SQLITE_NOTADB
      default -> Reason.UNREACHABLE;
    };
  }
}
