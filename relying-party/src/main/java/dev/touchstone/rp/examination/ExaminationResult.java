package dev.touchstone.rp.examination;

import java.util.List;

/**
 * What came of examining all stored credentials.
 *
 * @param examined how many there are
 * @param trusted how many of them are trusted now
 * @param lost were trusted, and are no more
 * @param gained were not trusted, and are now
 * @param refused would not be taken today by the policy, trusted before or not
 */
public record ExaminationResult(
    int examined, int trusted, List<Examined> lost, List<Examined> gained, List<Examined> refused) {

  public ExaminationResult {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
    refused = List.copyOf(refused);
  }
}
