package dev.touchstone.rp.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.mds.BlobMark;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.trust.StoredMetadata;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metadata, which every kind of database has to keep alike. */
class MetadataContractTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");
  private static final int LARGE = 12 << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void blobIsReadAsItWasStored(DatabaseKind kind) throws Exception {
    KeptBlob fido = blob("https://mds3.example/", "a.b.c", Optional.of("\"tag\""));
    KeptBlob other = blob("file:///blob.jwt", "x".repeat(LARGE), Optional.empty());
    try (Store store = OpenDatabase.at(kind.empty(folder))) {
      put(store, fido);
      put(store, other);
      assertThat(new StoredMetadata(store).all()).containsExactly(other, fido);
      assertThat(marks(store)).containsExactly(other.mark(), fido.mark());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherOneFromTheSameSourceTakesItsPlace(DatabaseKind kind) throws Exception {
    try (Store store = OpenDatabase.at(kind.empty(folder))) {
      put(store, blob("here", "old", Optional.of("tag")));
      put(store, blob("here", "new", Optional.empty()));
      assertThat(new StoredMetadata(store).all())
          .containsExactly(blob("here", "new", Optional.empty()));
      assertThat((boolean) store.<Boolean>write(it -> it.metadata().delete("here"))).isTrue();
      assertThat((boolean) store.<Boolean>write(it -> it.metadata().delete("here"))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhoSawWhatIsThereMayReplaceIt(DatabaseKind kind) throws Exception {
    KeptBlob first = blob("first", "1", Optional.empty());
    KeptBlob second = blob("second", "2", Optional.empty());
    try (Store store = OpenDatabase.at(kind.empty(folder))) {
      StoredMetadata metadata = new StoredMetadata(store);
      assertThat(metadata.keep(first, List.of(), List.of())).isTrue();
      assertThat(metadata.keep(second, List.of(), List.of("first"))).isFalse();
      assertThat(metadata.all()).containsExactly(first);
      assertThat(metadata.keep(second, List.of(first.mark()), List.of("first"))).isTrue();
      assertThat(metadata.all()).containsExactly(second);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoReplaceItAtTheSameTimeOneDoes(DatabaseKind kind) throws Exception {
    KeptBlob before = blob("before", "0", Optional.empty());
    try (Store store = OpenDatabase.at(kind.empty(folder))) {
      put(store, before);
      List<Boolean> done =
          Together.together(
              8,
              number ->
                  new StoredMetadata(store)
                      .keep(
                          blob("by " + number, "" + number, Optional.empty()),
                          List.of(before.mark()),
                          List.of("before")));
      assertThat(done).containsOnlyOnce(true);
      assertThat(new StoredMetadata(store).all()).hasSize(1);
      assertThat(IntStream.range(0, 8).mapToObj(it -> "by " + it))
          .contains(marks(store).getFirst().source());
    }
  }

  private static void put(Store store, KeptBlob blob) throws Exception {
    store.write(records -> {
      records.metadata().put(blob);
      return true;
    });
  }

  private static List<BlobMark> marks(Store store) throws Exception {
    return store.read(records -> records.metadata().marks());
  }

  private static KeptBlob blob(String source, String jws, Optional<String> etag) {
    return new KeptBlob(source, jws, etag, 7, LocalDate.of(2026, 12, 1), NOW);
  }
}
