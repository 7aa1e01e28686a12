package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.CredentialUse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The last uses of a credential as lines of text, newest first, so that a sign-in writes one row
 * and not two. The database cuts the text at {@link #LENGTH}, which may leave half a line at the
 * end.
 */
final class UseHistory {

  /** In characters; some thirty uses. */
  static final int LENGTH = 1500;

  private static final String BACKED_UP = "b";
  private static final String NOT_BACKED_UP = "-";

  private UseHistory() {}

  static String lines(List<CredentialUse> uses) {
    return uses.stream().map(UseHistory::line).collect(Collectors.joining());
  }

  static String line(CredentialUse use) {
    return "%d %d %s %s\n"
        .formatted(
            use.when().toEpochMilli(),
            use.signCount(),
            use.backedUp() ? BACKED_UP : NOT_BACKED_UP,
            use.address());
  }

  static List<CredentialUse> read(String text) {
    int whole = text.lastIndexOf('\n') + 1;
    return text.substring(0, whole).lines().map(UseHistory::use).toList();
  }

  private static CredentialUse use(String line) {
    String[] parts = line.split(" ", 4);
    return new CredentialUse(
        Instant.ofEpochMilli(Long.parseLong(parts[0])),
        Long.parseLong(parts[1]),
        parts[2].equals(BACKED_UP),
        parts[3]);
  }
}
