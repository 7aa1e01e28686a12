package dev.touchstone.rp.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place among the rows of all writers, ordered by time.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 * @param writer whose row
 * @param seq its number
 */
public record AuditPlace(long at, String writer, long seq) {

  private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})\\.(.+)");

  /** Of this row. */
  public static AuditPlace of(AuditRow row) {
    return new AuditPlace(row.at(), row.writer(), row.seq());
  }

  /** As {@link #toString} writes it; empty if it is something else. */
  public static Optional<AuditPlace> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new AuditPlace(
                Long.parseLong(matcher.group(1)),
                matcher.group(3),
                Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return at + "." + seq + "." + writer;
  }
}
