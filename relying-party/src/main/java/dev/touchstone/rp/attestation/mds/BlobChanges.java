package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import dev.touchstone.rp.attestation.metadata.MetadataEntry;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a BLOB says other than the one before.
 *
 * @param added models that are new
 * @param removed models that are no longer listed
 * @param changed models of which something became known
 */
public record BlobChanges(
    List<MetadataEntry> added, List<MetadataEntry> removed, List<StatusChange> changed) {

  /**
   * A model whose status reports changed.
   *
   * @param before words of its reports in the BLOB before
   * @param after words of its reports now
   */
  public record StatusChange(MetadataEntry entry, List<String> before, List<String> after) {}

  public BlobChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** Nothing. */
  public static BlobChanges none() {
    return new BlobChanges(List.of(), List.of(), List.of());
  }

  static BlobChanges between(Optional<MetadataBlob> before, MetadataBlob after) {
    Map<String, MetadataEntry> old = byId(before.map(MetadataBlob::entries).orElse(List.of()));
    Map<String, MetadataEntry> recent = byId(after.entries());
    List<MetadataEntry> added = new ArrayList<>();
    List<StatusChange> changed = new ArrayList<>();
    recent.forEach((id, entry) -> {
      MetadataEntry then = old.get(id);
      if (then == null) {
        added.add(entry);
      } else if (!words(then).equals(words(entry))) {
        changed.add(new StatusChange(entry, words(then), words(entry)));
      }
    });
    return new BlobChanges(
        added,
        old.values().stream().filter(entry -> !recent.containsKey(entry.id())).toList(),
        changed);
  }

  private static Map<String, MetadataEntry> byId(List<MetadataEntry> entries) {
    Map<String, MetadataEntry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
    return byId;
  }

  private static List<String> words(MetadataEntry entry) {
    return entry.statusReports().stream().map(StatusReport::word).toList();
  }
}
