package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.SearchWords;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the tables {@code search_word} and {@code search_text} true: whoever changes a name, an
 * address, a label or a serial number has the account indexed anew. Sign-ins change none of these.
 */
final class SearchIndex {

  private static final String PERSON =
      "SELECT name, display_name, first_name, last_name, email FROM account WHERE handle = ?";

  private static final String LABELS = "SELECT label FROM credential WHERE user_handle = ?";

  private static final String SERIALS =
      """
      SELECT serial FROM credential JOIN credential_serial ON credential_id = id
      WHERE user_handle = ?
      """;

  private final Statements statements;
  private final String person;

  SearchIndex(Statements statements, Writers writers) {
    this.statements = statements;
    this.person = PERSON + writers.lockButForReferences();
  }

  /**
   * Reads what is stored of the account now, and writes no more than what is different. The account
   * is locked first: of two who change labels of it at the same time, the second has to read what
   * the first wrote, or the words of one of them would be lost.
   */
  void refresh(String userHandle) {
    List<String> texts =
        new ArrayList<>(statements.one(person, SearchIndex::texts, userHandle).orElseGet(List::of));
    texts.addAll(statements.all(LABELS, row -> row.getString(1), userHandle));
    texts.addAll(statements.all(SERIALS, row -> row.getString(1), userHandle));
    replace(userHandle, SearchWords.of(texts));
  }

  /** Before the account is deleted. */
  void forget(String userHandle) {
    replace(userHandle, List.of());
  }

  private void replace(String userHandle, List<String> words) {
    Optional<String> before =
        statements.one(
            "SELECT words FROM search_text WHERE user_handle = ?",
            row -> row.getString(1),
            userHandle);
    List<String> old = before.map(SearchIndex::apart).orElseGet(List::of);
    String text = together(words);
    if (before.isPresent() ? text.equals(before.get()) : words.isEmpty()) {
      return;
    }
    for (String word : old) {
      if (!words.contains(word)) {
        statements.update(
            "DELETE FROM search_word WHERE word = ? AND user_handle = ?", word, userHandle);
      }
    }
    for (String word : words) {
      if (!old.contains(word)) {
        statements.update(
            "INSERT INTO search_word (word, user_handle) VALUES (?, ?) ON CONFLICT DO NOTHING",
            word,
            userHandle);
      }
    }
    statements.update(
        """
        INSERT INTO search_text (user_handle, words) VALUES (?, ?)
        ON CONFLICT (user_handle) DO UPDATE SET words = excluded.words
        """,
        userHandle,
        text);
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int column = 1; column <= 5; column++) {
      String text = row.getString(column);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String together(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  private static List<String> apart(String words) {
    return Stream.of(words.split(" ")).filter(it -> !it.isEmpty()).toList();
  }
}
