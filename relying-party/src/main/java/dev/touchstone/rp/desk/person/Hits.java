package dev.touchstone.rp.desk.person;

import java.util.List;

/**
 * Those who were found.
 *
 * @param hits best first
 * @param more whether there are others behind these
 * @param many whether so many fit that not all were looked at: whoever is missed needs more words
 */
public record Hits(List<Hit> hits, boolean more, boolean many) {
  public Hits {
    hits = List.copyOf(hits);
  }
}
