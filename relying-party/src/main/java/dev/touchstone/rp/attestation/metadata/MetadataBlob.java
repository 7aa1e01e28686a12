package dev.touchstone.rp.attestation.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The payload of a metadata BLOB (FIDO Metadata Service 3.1 §3.1.6).
 *
 * @param legalHeader under which terms it may be used
 * @param number serial number; later BLOBs have higher ones
 * @param nextUpdate the day by which the next one is due
 * @param entries one for each model
 * @param complaints one sentence for each part that could not be used, or that is told twice
 */
public record MetadataBlob(
    String legalHeader,
    long number,
    LocalDate nextUpdate,
    List<MetadataEntry> entries,
    List<String> complaints) {

  public MetadataBlob {
    entries = List.copyOf(entries);
    complaints = List.copyOf(complaints);
  }

  /** Whether the next one should have been fetched by then. */
  public boolean isOverdueAt(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(nextUpdate);
  }

  /** The entry of that {@link MetadataEntry#id}; the first, where it is told twice. */
  public Optional<MetadataEntry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
