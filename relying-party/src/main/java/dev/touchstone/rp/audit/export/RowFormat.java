package dev.touchstone.rp.audit.export;

import dev.touchstone.rp.audit.AuditRow;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which words a row is handed out; one line each. */
public enum RowFormat {
  /** JSON Lines. Every member of the row is there, so that the chain can be computed again. */
  JSON,
  /** Common Event Format, version 0. */
  CEF;

  /** The row, without a line feed at its end or inside. */
  public String line(AuditRow row) {
    return switch (this) {
      case JSON -> JsonLine.of(row);
      case CEF -> CefLine.of(row);
    };
  }

  /** As it is asked for. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that is asked for so. */
  public static Optional<RowFormat> of(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
