package dev.touchstone.rp.trust;

import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.BlobMark;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.attestation.mds.KnownMetadata;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.RevocationLists;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.TrustSource;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom is trusted by what is stored now. Each question reads the policy and how the metadata are
 * marked, a few hundred bytes; the BLOBs themselves, which have megabytes, are read and judged once
 * for each mark. So a replica judges by a new BLOB from the next registration on.
 */
public final class StoredTrust implements TrustSource {

  private static final Logger LOG = LoggerFactory.getLogger(StoredTrust.class);

  private final Store store;
  private final Supplier<TrustBase> base;
  private final boolean trustRequired;
  private final InstantSource clock;
  private volatile @Nullable Seen seen;

  /**
   * Reads nothing yet.
   *
   * @param base what holds besides; asked each time
   * @param trustRequired whether proof of the model is asked for, whatever the policy says
   */
  public StoredTrust(
      Store store, Supplier<TrustBase> base, boolean trustRequired, InstantSource clock) {
    this.store = store;
    this.base = base;
    this.trustRequired = trustRequired;
    this.clock = clock;
  }

  /** The BLOBs that were read, and what came of them. */
  private record Seen(
      TrustBase base, List<BlobMark> marks, KnownMetadata known, TrustAnchors anchors) {

    static Seen of(TrustBase base, List<BlobMark> marks, KnownMetadata known) {
      TrustAnchors anchors = base.anchors();
      return new Seen(base, marks, known, anchors.withMetadata(known.over(anchors.metadata())));
    }

    boolean fits(TrustBase now, List<BlobMark> marksNow) {
      return marks.equals(marksNow) && base.equals(now);
    }

    boolean judgedBy(TrustBase now) {
      return base.publishers().equals(now.publishers());
    }
  }

  @Override
  public Trust current(Records records) throws RelyingPartyException {
    TrustBase now = base.get();
    Optional<TrustPolicy> stored = StoredPolicy.find(records.settings());
    return trust(look(now, records), stored.orElse(now.policy()));
  }

  /**
   * Whom is trusted now.
   *
   * @throws RelyingPartyException.StoreUnavailable if what is stored cannot be read, or the policy
   *     makes no sense
   */
  public Trust current() throws RelyingPartyException {
    return store.read(this::current);
  }

  /**
   * Whom would be trusted under another policy than the one that is stored.
   *
   * @throws RelyingPartyException.StoreUnavailable if the metadata cannot be read
   */
  public Trust under(TrustPolicy policy) throws RelyingPartyException {
    return store.read(records -> trust(look(base.get(), records), policy));
  }

  /**
   * The metadata that are stored, believed or not, without their texts.
   *
   * @throws RelyingPartyException.StoreUnavailable if they cannot be read
   */
  public KnownMetadata known() throws RelyingPartyException {
    return store.read(records -> look(base.get(), records)).known();
  }

  /**
   * The policy that was set, if one was.
   *
   * @throws RelyingPartyException.StoreUnavailable if it cannot be read, or makes no sense
   */
  public Optional<TrustPolicy> policy() throws RelyingPartyException {
    return store.read(records -> StoredPolicy.find(records.settings()));
  }

  /**
   * Sets the policy, for all who use this store.
   *
   * @throws RelyingPartyException.StoreUnavailable if it cannot be written
   */
  public void keep(TrustPolicy policy) throws RelyingPartyException {
    boolean _ =
        store.write(records -> {
          StoredPolicy.put(records.settings(), policy, clock.instant());
          return true;
        });
  }

  /** Fetches metadata and keeps them in the store. */
  public MetadataService metadata(Download download, RevocationLists lists) {
    return new MetadataService(
        base.get().publishers(), new StoredMetadata(store), download, lists, clock);
  }

  private Trust trust(Seen blobs, TrustPolicy policy) {
    return new Trust(blobs.anchors(), trustRequired ? policy.withTrustRequired(true) : policy);
  }

  private Seen look(TrustBase now, Records records) {
    List<BlobMark> marks = records.metadata().marks();
    Seen last = seen;
    return last != null && last.fits(now, marks) ? last : lookAnew(now, marks, records);
  }

  /** One at a time: the others find what the first one read. */
  private synchronized Seen lookAnew(TrustBase now, List<BlobMark> marks, Records records) {
    Seen last = seen;
    if (last != null && last.fits(now, marks)) {
      return last;
    }
    Seen anew =
        last != null && last.judgedBy(now) && last.marks().equals(marks)
            ? Seen.of(now, marks, last.known())
            : judged(now, records.metadata().all(), last);
    seen = anew;
    return anew;
  }

  /** What is marked is what was read, which may be newer than what was marked before. */
  private static Seen judged(TrustBase now, List<KeptBlob> blobs, @Nullable Seen last) {
    KnownMetadata known = KnownMetadata.of(blobs, now.publishers()).withoutTexts();
    known.complaints().forEach(LOG::warn);
    return Seen.of(
        now,
        blobs.stream().map(KeptBlob::mark).toList(),
        last != null && last.judgedBy(now) ? known.orBefore(last.known()) : known);
  }
}
