package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.mds.Fetched.Result;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
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
   * What is kept.
   *
   * @param blobs believed or not, by publisher
   * @param complaints a sentence for each that cannot be used
   */
  public record Known(List<KnownBlob> blobs, List<String> complaints) {

    public Known {
      blobs = List.copyOf(blobs);
      complaints = List.copyOf(complaints);
    }

    /** What they say of models. */
    public Metadata metadata() {
      Metadata metadata = Metadata.none();
      for (KnownBlob blob : blobs) {
        Optional<MetadataBlob> content = blob.judged().content();
        if (content.isPresent()) {
          metadata = metadata.plus(blob.publisher(), content.get());
        }
      }
      return metadata;
    }
  }

  /**
   * Reads what is kept. Certificates are judged as of the day on which the BLOB came: that a
   * signer's certificate runs out later takes nothing from what was signed before.
   *
   * @throws IOException if the store cannot be read; its message is a sentence
   */
  public Known known() throws IOException {
    MetadataStore.Kept kept = store.all();
    List<KnownBlob> blobs = new ArrayList<>();
    List<String> complaints = new ArrayList<>(kept.complaints());
    for (KeptBlob each : kept.blobs()) {
      JudgedBlob judged =
          BlobJudge.judge(each.jws(), publishers, RevocationLists.offline(), each.fetched());
      blobs.add(new KnownBlob(each, judged));
      if (!judged.believed()) {
        complaints.add(
            "The kept metadata from %s is not used. %s"
                .formatted(each.source(), judged.objection()));
      }
    }
    blobs.sort(Comparator.comparing(KnownBlob::publisher));
    return new Known(blobs, complaints);
  }

  /**
   * Asks for a newer BLOB and judges it. Nothing is kept.
   *
   * @throws IOException if the store cannot be read; its message is a sentence
   */
  public Fetched fetch(MetadataSource source) throws IOException {
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
   * @throws IOException if the store cannot be read; its message is a sentence
   */
  public Metadata with(Fetched fetched) throws IOException {
    Optional<MetadataBlob> content = fetched.judged().flatMap(JudgedBlob::content);
    Optional<String> publisher = fetched.judged().flatMap(JudgedBlob::publisher);
    if (content.isEmpty() || publisher.isEmpty()) {
      return known().metadata();
    }
    List<KnownBlob> others =
        known().blobs().stream().filter(it -> !it.judged().publisher().equals(publisher)).toList();
    return new Known(others, List.of()).metadata().plus(publisher.get(), content.get());
  }

  /**
   * Keeps a BLOB that {@link #fetch} found good, in place of others by the same publisher.
   *
   * @throws IOException if it cannot be written; its message is a sentence, and what was kept
   *     before still is
   */
  public void keep(Fetched fetched) throws IOException {
    if (fetched.candidate().isEmpty()) {
      return;
    }
    KeptBlob candidate = fetched.candidate().get();
    Optional<String> publisher = fetched.judged().flatMap(JudgedBlob::publisher);
    List<KnownBlob> before = known().blobs();
    store.keep(candidate);
    for (KnownBlob other : before) {
      if (other.judged().publisher().equals(publisher)
          && !other.kept().source().equals(candidate.source())) {
        store.forget(other.kept().source());
      }
    }
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
