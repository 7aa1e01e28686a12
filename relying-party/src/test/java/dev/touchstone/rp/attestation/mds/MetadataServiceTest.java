package dev.touchstone.rp.attestation.mds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.Issued;
import dev.touchstone.rp.attestation.mds.Fetched.Result;
import dev.touchstone.rp.attestation.metadata.MetadataEntry;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.OpenDatabase;
import dev.touchstone.rp.trust.StoredMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataServiceTest {

  private static final String OTHER = "99999999-2222-3333-4444-555555555555";

  @TempDir private Path folder;
  private final LocalWeb web = new LocalWeb();
  private Instant now = Issued.NOW;
  private final Issued root = Issued.order("CN=Metadata root").ca().selfSigned();
  private final Issued signer = Issued.order("CN=mds.example").by(root);

  private Store store;

  MetadataServiceTest() throws Exception {}

  @BeforeEach
  void open() throws Exception {
    store = OpenDatabase.at(new DatabaseLocation.SqliteFile(folder.resolve("touchstone.db")));
  }

  @AfterEach
  void close() {
    store.close();
    web.close();
  }

  @Test
  void nothingIsKnownAtFirst() throws Exception {
    KnownMetadata known = service().known();

    assertThat(known.blobs()).isEmpty();
    assertThat(known.metadata().isEmpty()).isTrue();
  }

  @Test
  void fetchingShowsWhatWouldChangeAndKeepsNothing() throws Exception {
    Fetched fetched = service().fetch(file(blob(Blobs.payload())));

    assertThat(fetched.result()).isEqualTo(Result.NEWER);
    assertThat(fetched.changes().added())
        .extracting(MetadataEntry::id)
        .containsExactly(Blobs.MODEL);
    assertThat(service().known().blobs()).isEmpty();
  }

  @Test
  void whatWasKeptIsThereWithoutANetwork() throws Exception {
    web.gives("/blob", blob(Blobs.payload()).getBytes(StandardCharsets.UTF_8));
    MetadataSource source = new MetadataSource.Address(web.address("/blob"));
    service().keep(service().fetch(source));
    web.close();

    Fetched offline = service().fetch(source);

    assertThat(offline.result()).isEqualTo(Result.UNREACHABLE);
    assertThat(offline.because()).contains("cannot be reached");
    assertThat(offline.kept().orElseThrow().number()).isEqualTo(7);
    assertThat(service().known().metadata().of(UUID.fromString(Blobs.MODEL))).hasSize(1);
  }

  @Test
  void theTagOfTheKeptOneIsSent() throws Exception {
    byte[] body = blob(Blobs.payload()).getBytes(StandardCharsets.UTF_8);
    web.on(
        "/blob",
        exchange -> {
          boolean known =
              "\"seven\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().add("ETag", "\"seven\"");
          LocalWeb.answer(exchange, known ? 304 : 200, known ? new byte[0] : body);
        });
    MetadataSource source = new MetadataSource.Address(web.address("/blob"));
    service().keep(service().fetch(source));

    Fetched again = service().fetch(source);

    assertThat(again.result()).isEqualTo(Result.UNCHANGED);
    assertThat(again.judged().orElseThrow().believed()).isTrue();
    assertThat(again.candidate()).isEmpty();
  }

  @Test
  void aLowerNumberIsRefusedAndTheKeptOneStays() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));

    Fetched rolledBack = service().fetch(file(blob(Blobs.payload().put("no", 6)), "older.jwt"));

    assertThat(rolledBack.result()).isEqualTo(Result.REFUSED);
    assertThat(rolledBack.because()).contains("Its number is 6").contains("has 7");
    assertThat(rolledBack.candidate()).isEmpty();
    service().keep(rolledBack);
    assertThat(service().known().blobs())
        .singleElement()
        .satisfies(blob -> assertThat(blob.kept().number()).isEqualTo(7));
  }

  @Test
  void aHigherNumberFromElsewhereTakesThePlaceOfTheSamePublishers() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));

    service().keep(service().fetch(file(blob(Blobs.payload().put("no", 8)), "newer.jwt")));

    assertThat(service().known().blobs())
        .singleElement()
        .satisfies(blob -> assertThat(blob.kept().number()).isEqualTo(8));
  }

  @Test
  void changedStatusesAndModelsAreTold() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));
    ObjectNode next = Blobs.payload().put("no", 8);
    ((ArrayNode) next.path("entries"))
        .removeAll()
        .add(Blobs.entry(Blobs.MODEL, "FIDO_CERTIFIED_L1", "REVOKED"))
        .add(Blobs.entry(OTHER, "FIDO_CERTIFIED_L2"));

    BlobChanges changes = service().fetch(file(blob(next))).changes();

    assertThat(changes.added()).extracting(MetadataEntry::id).containsExactly(OTHER);
    assertThat(changes.removed()).isEmpty();
    assertThat(changes.changed())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).containsExactly("FIDO_CERTIFIED_L1");
          assertThat(change.after()).containsExactly("FIDO_CERTIFIED_L1", "REVOKED");
        });
  }

  @Test
  void theSameAgainIsUnchanged() throws Exception {
    String blob = blob(Blobs.payload());
    service().keep(service().fetch(file(blob)));

    assertThat(service().fetch(file(blob)).result()).isEqualTo(Result.UNCHANGED);
  }

  @Test
  void aSignerThatExpiredSinceTakesNothingFromWhatItSigned() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));
    now = now.plus(Duration.ofDays(3650));

    assertThat(service().known().metadata().isEmpty()).isFalse();
  }

  @Test
  void aKeptOneThatSomebodyChangedIsNotUsed() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));
    damage();

    KnownMetadata known = service().known();

    assertThat(known.metadata().isEmpty()).isTrue();
    assertThat(known.complaints()).singleElement().asString().contains("is not used");
  }

  @Test
  void whatWasBelievedOfAPublisherOutlivesOneThatCannotBe() throws Exception {
    service().keep(service().fetch(file(blob(Blobs.payload()))));
    KnownMetadata before = service().known();
    damage();

    KnownMetadata then = service().known().orBefore(before);

    assertThat(then.metadata().of(UUID.fromString(Blobs.MODEL))).hasSize(1);
    assertThat(then.complaints()).hasSize(1);
    store.write(records -> records.metadata().delete(before.blobs().getFirst().kept().source()));
    assertThat(service().known().orBefore(before).metadata().isEmpty()).isTrue();
  }

  @Test
  void ofTwoWhoFetchAtTheSameTimeTheNewerOneIsKept() throws Exception {
    Fetched seven = service().fetch(file(blob(Blobs.payload())));
    Fetched eight = service().fetch(file(blob(Blobs.payload().put("no", 8)), "newer.jwt"));

    assertThat(service().keep(eight)).isTrue();
    assertThat(service().keep(seven)).isFalse();

    assertThat(service().known().blobs())
        .singleElement()
        .satisfies(blob -> assertThat(blob.kept().number()).isEqualTo(8));
  }

  @Test
  void oneThatWasKeptElsewhereIsTakenOverUnlessThereIsOneAsNew() throws Exception {
    KeptBlob seven = service().fetch(file(blob(Blobs.payload()))).candidate().orElseThrow();
    now = now.plus(Duration.ofDays(3650));

    assertThat(service().takeOver(seven)).isTrue();
    assertThat(service().takeOver(seven)).isFalse();
    assertThat(service().known().metadata().isEmpty()).isFalse();
  }

  @Test
  void oneThatWasKeptElsewhereIsJudgedBeforeItIsTakenOver() throws Exception {
    KeptBlob good = service().fetch(file(blob(Blobs.payload()))).candidate().orElseThrow();

    assertThat(service().takeOver(damaged(good))).isFalse();
    assertThat(service().known().blobs()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsSaid() throws Exception {
    Fetched fetched = service().fetch(new MetadataSource.LocalFile(folder.resolve("nothing")));

    assertThat(fetched.result()).isEqualTo(Result.UNREACHABLE);
    assertThat(fetched.because()).contains("no such file");
  }

  @Test
  void aFileOfAHundredMegabytesIsNotRead() throws Exception {
    Path large = folder.resolve("large.jwt");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    assertThat(service().fetch(new MetadataSource.LocalFile(large)).because())
        .contains("too large");
  }

  private MetadataService service() {
    return new MetadataService(
        List.of(Publisher.of("Tester", root.certificate())),
        new StoredMetadata(store),
        new Download(1 << 20, Duration.ofSeconds(20)),
        RevocationLists.offline(),
        () -> now);
  }

  private void damage() throws Exception {
    store.write(records -> {
      records.metadata().put(damaged(records.metadata().all().getFirst()));
      return true;
    });
  }

  private static KeptBlob damaged(KeptBlob blob) {
    String jws = blob.jws();
    int at = jws.length() - 20;
    return new KeptBlob(
        blob.source(),
        jws.substring(0, at) + (jws.charAt(at) == 'A' ? 'B' : 'A') + jws.substring(at + 1),
        blob.etag(),
        blob.number(),
        blob.nextUpdate(),
        blob.fetched());
  }

  private String blob(ObjectNode payload) throws Exception {
    return Blobs.signed(payload, signer);
  }

  private MetadataSource file(String blob) throws IOException {
    return file(blob, "blob.jwt");
  }

  private MetadataSource file(String blob, String name) throws IOException {
    return new MetadataSource.LocalFile(Files.writeString(folder.resolve(name), blob));
  }
}
