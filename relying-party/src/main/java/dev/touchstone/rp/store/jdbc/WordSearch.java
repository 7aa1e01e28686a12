package dev.touchstone.rp.store.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Accounts that have words which begin as those that somebody typed, as SQL. What is looked at is
 * bounded: a word that many have is not followed through the index, but looked for in the text of
 * those who were found by a rarer one.
 */
final class WordSearch {

  /** Ranges of the index that are put beside each other. */
  private static final int FEW = 20_000;

  /** Accounts whose text is looked at, where all words are those of many. */
  private static final int LOOKED_AT = 5_000;

  /** Up to that many, all are found and put in order; with more, the order is walked along. */
  static final int SORTED = 2_000;

  /** Sorts behind whatever begins with the word: no text holds anything greater. */
  private static final String LAST = "\uDBFF\uDFFF";

  private final List<String> rareFirst;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> bindings = new LinkedHashMap<>();

  WordSearch(Statements statements, List<String> words) {
    for (String word : words) {
      int count =
          statements
              .one(
                  """
                  SELECT count(*) FROM (SELECT 1 FROM search_word WHERE word >= ? AND word <= ?
                    LIMIT %d) AS those
                  """
                      .formatted(FEW + 1),
                  row -> row.getInt(1),
                  word,
                  word + LAST)
              .orElse(0);
      counts.put(word, count);
    }
    rareFirst = new ArrayList<>(words);
    rareFirst.sort(Comparator.comparing(counts::get));
  }

  /** Whether nobody has one of the words, so that nobody has all. */
  boolean hopeless() {
    return rareFirst.isEmpty() || count(rareFirst.getFirst()) == 0;
  }

  /** Whether one of the words is rare enough to put all who have it in order. */
  boolean sortable() {
    return count(rareFirst.getFirst()) <= SORTED;
  }

  /** Whether {@link #handles} looks at all who have the words; not if each is a word of many. */
  boolean complete() {
    return count(rareFirst.getFirst()) <= FEW;
  }

  /** What the names in the following SQL stand for. */
  Map<String, String> bindings() {
    return bindings;
  }

  /** Handles of accounts, for {@code handle IN (…)}; all of them if one word is rare. */
  String handles() {
    List<String> rare =
        rareFirst.stream().filter(it -> count(it) <= FEW).limit(4).collect(Collectors.toList());
    String ranges =
        rare.isEmpty()
            ? "%s LIMIT %d".formatted(range(rareFirst.getFirst()), LOOKED_AT)
            : rare.stream().map(this::range).collect(Collectors.joining(" INTERSECT "));
    List<String> others = rareFirst.stream().filter(it -> !rare.contains(it)).toList();
    String those = "SELECT user_handle FROM (%s) AS these".formatted(ranges);
    if (others.isEmpty()) {
      return those;
    }
    return "SELECT search_text.user_handle FROM (%s) AS those JOIN search_text ON search_text.user_handle = those.user_handle WHERE %s"
        .formatted(
            those, others.stream().map(this::contained).collect(Collectors.joining(" AND ")));
  }

  /** A condition on an account that is looked at for another reason. */
  String condition() {
    return "EXISTS (SELECT 1 FROM search_text WHERE user_handle = account.handle AND %s)"
        .formatted(rareFirst.stream().map(this::contained).collect(Collectors.joining(" AND ")));
  }

  private String range(String word) {
    return "SELECT user_handle FROM search_word WHERE word >= :%s AND word <= :%s"
        .formatted(bound(word), bound(word + LAST));
  }

  private String contained(String word) {
    return "search_text.words LIKE :%s".formatted(bound("% " + word + "%"));
  }

  private String bound(String value) {
    String name = "word" + bindings.size();
    bindings.put(name, value);
    return name;
  }

  private int count(String word) {
    return counts.getOrDefault(word, 0);
  }
}
