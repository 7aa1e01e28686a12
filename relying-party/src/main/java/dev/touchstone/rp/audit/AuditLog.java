package dev.touchstone.rp.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of all writers, to be read. */
public interface AuditLog {

  /** In which order rows are looked for. */
  enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  /**
   * Looks for rows. One call looks at some ten thousand rows at most, so that a question that few
   * rows answer holds nobody up; ask again from {@link AuditPage#next}.
   *
   * @param order which come first
   * @param after only rows behind this place in that order; empty to begin at the beginning
   * @param limit how many rows at most
   */
  AuditPage page(AuditFilter filter, Order order, Optional<AuditPlace> after, int limit);

  /** Users who signed in from several addresses since then, those with the most first. */
  List<AddressSpread> severalAddresses(Instant since, int limit);
}
