package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.mds.Fetched.Result;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The metadata that are believed here. Fetching is in two parts, so that a person sees what changes
 * before it does: {@link #fetch} judges, {@link #keep} keeps.
 */
public final class MetadataService {

  private final List<Publisher> publishers;
  private final MetadataStore store;
  private final Download download;
  private final RevocationLists lists;
  private final InstantSource clock;

  public MetadataService(
      List<Publisher> publishers,
      MetadataStore store,
      Download download,
      RevocationLists lists,
      InstantSource clock) {
    this.publishers = List.copyOf(publishers);
    this.store = store;
    this.download = download;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * Reads what is kept, and judges it.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  public KnownMetadata known() throws RelyingPartyException {
    return KnownMetadata.of(store.all(), publishers);
  }

  /**
   * Asks for a newer BLOB and judges it. Nothing is kept.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  public Fetched fetch(MetadataSource source) throws RelyingPartyException {
    List<KnownBlob> known = known().blobs();
    Optional<KnownBlob> sameSource =
        known.stream().filter(it -> it.kept().source().equals(source.name())).findFirst();
    Optional<String> etag =
        sameSource.filter(it -> it.judged().believed()).flatMap(it -> it.kept().etag());
    try {
      return switch (ask(source, etag)) {
        case Download.Answer.Unchanged() -> unchanged(source, sameSource.orElseThrow());
        case Download.Answer.Body(Bytes bytes, Optional<String> tag) ->
            judged(source, bytes.utf8().strip(), tag, known);
      };
    } catch (DownloadFailed e) {
      return new Fetched(
          source,
          Result.UNREACHABLE,
          e.because(),
          Optional.empty(),
          BlobChanges.none(),
          sameSource.map(KnownBlob::kept),
          Optional.empty());
    }
  }

  /**
   * What would be said of models if this were kept.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  public Metadata with(Fetched fetched) throws RelyingPartyException {
    Optional<MetadataBlob> content = fetched.judged().flatMap(JudgedBlob::content);
    Optional<String> publisher = fetched.judged().flatMap(JudgedBlob::publisher);
    if (content.isEmpty() || publisher.isEmpty()) {
      return known().metadata();
    }
    List<KnownBlob> others =
        known().blobs().stream().filter(it -> !it.judged().publisher().equals(publisher)).toList();
    return new KnownMetadata(others, List.of()).metadata().plus(publisher.get(), content.get());
  }

  /**
   * Keeps a BLOB that {@link #fetch} found good, in place of others by the same publisher.
   *
   * @return false, and nothing is changed, if a newer one came to be kept since
   * @throws RelyingPartyException.StoreUnavailable if it cannot be written; what was kept before
   *     still is
   */
  public boolean keep(Fetched fetched) throws RelyingPartyException {
    Optional<KeptBlob> candidate = fetched.candidate();
    return candidate.isEmpty()
        || keep(
            candidate.get(),
            fetched.judged().flatMap(JudgedBlob::publisher),
            candidate.get().number());
  }

  /**
   * Keeps a BLOB that was fetched before, for somebody who kept it elsewhere.
   *
   * @return false, and nothing is changed, if it is not believed, or one is kept that is as new
   * @throws RelyingPartyException.StoreUnavailable if it cannot be written
   */
  public boolean takeOver(KeptBlob earlier) throws RelyingPartyException {
    JudgedBlob judged =
        BlobJudge.judge(earlier.jws(), publishers, RevocationLists.offline(), earlier.fetched());
    return judged.believed() && keep(earlier, judged.publisher(), earlier.number() - 1);
  }

  /** Again, where somebody else was quicker. */
  private boolean keep(KeptBlob blob, Optional<String> publisher, long newestAllowed)
      throws RelyingPartyException {
    boolean kept = false;
    while (!kept) {
      List<KnownBlob> known = known().blobs();
      if (newest(known, publisher).filter(it -> it.kept().number() > newestAllowed).isPresent()) {
        return false;
      }
      kept =
          store.keep(
              blob,
              known.stream().map(it -> it.kept().mark()).toList(),
              known.stream()
                  .filter(it -> it.judged().publisher().equals(publisher))
                  .map(it -> it.kept().source())
                  .toList());
    }
    return true;
  }

  private Fetched judged(
      MetadataSource source, String text, Optional<String> tag, List<KnownBlob> known) {
    JudgedBlob judged = BlobJudge.judge(text, publishers, lists, clock.instant());
    Optional<KnownBlob> before = newest(known, judged.publisher());
    if (judged.content().isEmpty()) {
      return refused(source, judged.objection(), judged, before);
    }
    MetadataBlob content = judged.content().get();
    if (before.isPresent() && content.number() < before.get().kept().number()) {
      return refused(
          source,
          "Its number is %d, and the one that is kept has %d: somebody may want to hide what became known since. What is kept stays."
              .formatted(content.number(), before.get().kept().number()),
          judged,
          before);
    }
    KeptBlob candidate =
        new KeptBlob(
            source.name(), text, tag, content.number(), content.nextUpdate(), clock.instant());
    boolean same = before.filter(it -> it.kept().jws().equals(text)).isPresent();
    return new Fetched(
        source,
        same ? Result.UNCHANGED : Result.NEWER,
        same ? "It is the one that is kept." : "",
        Optional.of(judged),
        BlobChanges.between(before.flatMap(it -> it.judged().content()), content),
        before.map(KnownBlob::kept),
        Optional.of(candidate));
  }

  private static Optional<KnownBlob> newest(List<KnownBlob> known, Optional<String> publisher) {
    return known.stream()
        .filter(it -> it.judged().believed() && it.judged().publisher().equals(publisher))
        .max(Comparator.comparingLong(it -> it.kept().number()));
  }

  private static Fetched refused(
      MetadataSource source, String because, JudgedBlob judged, Optional<KnownBlob> before) {
    return new Fetched(
        source,
        Result.REFUSED,
        because,
        Optional.of(judged),
        BlobChanges.none(),
        before.map(KnownBlob::kept),
        Optional.empty());
  }

  private static Fetched unchanged(MetadataSource source, KnownBlob kept) {
    return new Fetched(
        source,
        Result.UNCHANGED,
        "The source says that there is no newer one.",
        Optional.of(kept.judged()),
        BlobChanges.none(),
        Optional.of(kept.kept()),
        Optional.empty());
  }

  private Download.Answer ask(MetadataSource source, Optional<String> etag) throws DownloadFailed {
    return switch (source) {
      case MetadataSource.Address(var address) -> download.get(address, etag);
      case MetadataSource.LocalFile(Path file) ->
          new Download.Answer.Body(Bytes.of(read(file)), Optional.empty());
    };
  }

  private byte[] read(Path file) throws DownloadFailed {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > download.largest()) {
        throw new DownloadFailed(
            DownloadFailed.Reason.TOO_LARGE,
            file.toUri(),
            "more than %d bytes".formatted(download.largest()));
      }
      if (!Files.isRegularFile(file)) {
        throw new IOException("no file");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DownloadFailed(
          DownloadFailed.Reason.NO_CONNECTION,
          file.toUri(),
          "there is no such file, or you may not read it");
    }
  }
}
