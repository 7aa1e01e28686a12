package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.CredentialUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The last uses of a credential as lines of text, newest first, so that a sign-in writes one row
 * and not two. The database cuts the text at {@link #LENGTH}, which may leave half a line at the
 * end.
 */
final class UseHistory {

  /**
   * In characters; some twenty uses. SQLite keeps longer rows of such a table in two pages, and
   * each sign-in would write both.
   */
  static final int LENGTH = 840;

  private static final String BACKED_UP = "b";
  private static final String NOT_BACKED_UP = "-";

  private UseHistory() {}

  static String lines(List<CredentialUse> uses) {
    return uses.stream().map(UseHistory::line).collect(Collectors.joining());
  }

  static String line(CredentialUse use) {
    return use.when().toEpochMilli()
        + " "
        + use.signCount()
        + " "
        + (use.backedUp() ? BACKED_UP : NOT_BACKED_UP)
        + " "
        + use.address()
        + "\n";
  }

  static List<CredentialUse> read(String text) {
    List<CredentialUse> uses = new ArrayList<>();
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      uses.add(use(text, begin, end));
      begin = end + 1;
    }
    return uses;
  }

  /** Without making texts of the parts: a sign-in reads some ninety of these lines. */
  private static CredentialUse use(String text, int begin, int end) {
    int when = text.indexOf(' ', begin);
    int count = text.indexOf(' ', when + 1);
    int backedUp = text.indexOf(' ', count + 1);
    return new CredentialUse(
        Instant.ofEpochMilli(Long.parseLong(text, begin, when, 10)),
        Long.parseLong(text, when + 1, count, 10),
        text.startsWith(BACKED_UP, count + 1),
        text.substring(backedUp + 1, end));
  }
}
