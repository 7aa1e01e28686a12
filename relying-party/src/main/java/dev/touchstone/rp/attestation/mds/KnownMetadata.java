package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is kept.
 *
 * @param blobs believed or not, by publisher
 * @param complaints a sentence for each that cannot be used
 */
public record KnownMetadata(List<KnownBlob> blobs, List<String> complaints) {

  public KnownMetadata {
    blobs = blobs.stream().sorted(Comparator.comparing(KnownBlob::publisher)).toList();
    complaints = List.copyOf(complaints);
  }

  /**
   * Judges what is kept. Certificates are judged as of the day on which the BLOB came: that a
   * signer's certificate runs out later takes nothing from what was signed before.
   */
  public static KnownMetadata of(List<KeptBlob> kept, List<Publisher> publishers) {
    List<KnownBlob> blobs = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (KeptBlob each : kept) {
      JudgedBlob judged =
          BlobJudge.judge(each.jws(), publishers, RevocationLists.offline(), each.fetched());
      blobs.add(new KnownBlob(each, judged));
      if (!judged.believed()) {
        complaints.add(
            "The kept metadata from %s is not used. %s"
                .formatted(each.source(), judged.objection()));
      }
    }
    return new KnownMetadata(blobs, complaints);
  }

  /** What they say of models. */
  public Metadata metadata() {
    return over(Metadata.none());
  }

  /** The same, besides what is known already. */
  public Metadata over(Metadata others) {
    Metadata metadata = others;
    for (KnownBlob blob : blobs) {
      Optional<MetadataBlob> content = blob.judged().content();
      if (content.isPresent()) {
        metadata = metadata.plus(blob.publisher(), content.get());
      }
    }
    return metadata;
  }

  /**
   * The same; where one of these is not believed, together with what was believed before of
   * publishers of whom nothing is now. A model that was called dangerous does not become harmless
   * because the next BLOB cannot be read.
   */
  public KnownMetadata orBefore(KnownMetadata before) {
    if (blobs.stream().allMatch(it -> it.judged().believed())) {
      return this;
    }
    List<KnownBlob> all = new ArrayList<>(blobs);
    before.blobs.stream()
        .filter(it -> it.judged().believed() && !believes(it.publisher()))
        .forEach(all::add);
    return new KnownMetadata(all, complaints);
  }

  /** The same without the BLOBs' texts: what was read of them is enough to go on with. */
  public KnownMetadata withoutTexts() {
    return new KnownMetadata(
        blobs.stream().map(it -> new KnownBlob(it.kept().withoutText(), it.judged())).toList(),
        complaints);
  }

  private boolean believes(String publisher) {
    return blobs.stream()
        .anyMatch(it -> it.judged().believed() && it.publisher().equals(publisher));
  }
}
