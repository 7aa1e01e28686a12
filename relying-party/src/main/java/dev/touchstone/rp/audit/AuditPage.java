package dev.touchstone.rp.audit;

import java.util.List;
import java.util.Optional;

/**
 * Rows that were found.
 *
 * @param rows may be fewer than were asked for, and none, although there are more further on
 * @param next where to go on looking; empty if everything was looked at
 */
public record AuditPage(List<AuditRow> rows, Optional<AuditPlace> next) {

  public AuditPage {
    rows = List.copyOf(rows);
  }
}
