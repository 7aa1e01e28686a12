package dev.touchstone.rp.attestation.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.Issued;
import dev.touchstone.rp.attestation.mds.Blobs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlobReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final ObjectNode payload = Blobs.payload();
  private final ArrayNode entries = (ArrayNode) payload.path("entries");

  @Test
  void unknownStatusWordsStayWords() throws Exception {
    entries.add(Blobs.entry("22222222-0000-0000-0000-000000000000", "LOST_ITS_SHINE", "L9"));

    StatusReport report = read().entries().getLast().statusReports().getFirst();

    assertThat(report.word()).isEqualTo("LOST_ITS_SHINE");
    assertThat(report.status()).isEmpty();
    assertThat(report.isDanger()).isFalse();
    assertThat(report.meaning()).contains("does not know");
  }

  @Test
  void aModelThatIsToldTwiceHasBothEntriesAndIsNamed() throws Exception {
    entries.add(Blobs.entry(Blobs.MODEL, "REVOKED"));

    MetadataBlob blob = read();

    assertThat(blob.complaints()).singleElement().asString().contains("more than once");
    assertThat(Metadata.none().plus("Tester", blob).of(UUID.fromString(Blobs.MODEL))).hasSize(2);
  }

  @Test
  void aModelWithoutAnyNameIsSkippedAndTheOthersStay() throws Exception {
    entries.addObject().putObject("metadataStatement").put("description", "Nameless");
    entries.add("no object at all");
    entries.addNull();

    MetadataBlob blob = read();

    assertThat(blob.entries()).hasSize(1);
    assertThat(blob.complaints()).hasSize(3).first().asString().contains("Nameless");
  }

  @Test
  void aRootThatCannotBeReadCostsThatRootAlone() throws Exception {
    Issued root = Issued.order("CN=Maker").ca().selfSigned();
    String good = Base64.getMimeEncoder().encodeToString(root.certificate().getEncoded());
    statement().putArray("attestationRootCertificates").add("bm9uZQ==").add(good).add("§").add(7);

    MetadataBlob blob = read();

    assertThat(blob.entries().getFirst().statement().orElseThrow().roots())
        .containsExactly(root.certificate());
    assertThat(blob.complaints()).hasSize(2);
  }

  @Test
  void membersOfAnotherTypeCountAsMissing() throws Exception {
    statement()
        .put("description", 7)
        .put("icon", 7)
        .put("authenticatorVersion", "five")
        .put("upv", "1.0")
        .put("attestationTypes", "basic_full")
        .put("authenticatorGetInfo", "none");
    ((ObjectNode) entries.get(0)).put("statusReports", "FIDO_CERTIFIED");

    MetadataEntry entry = read().entries().getFirst();

    assertThat(entry.description()).isEqualTo(Blobs.MODEL);
    assertThat(entry.statusReports()).isEmpty();
    assertThat(entry.statement().orElseThrow().getInfo()).isEmpty();
    assertThat(entry.statement().orElseThrow().icon()).isEmpty();
  }

  @Test
  void whatAPictureIsIsTold() throws Exception {
    statement().put("icon", "data:image/svg+xml;base64,PHN2Zy8+");

    assertThat(read().entries().getFirst().statement().orElseThrow().icon())
        .contains("image/svg+xml");
  }

  @Test
  void theLastLevelGrantedCounts() throws Exception {
    entries.removeAll().add(Blobs.entry(Blobs.MODEL, "FIDO_CERTIFIED", "FIDO_CERTIFIED_L2plus"));

    assertThat(read().entries().getFirst().certificationOn(TODAY))
        .contains(CertificationLevel.L2_PLUS);
  }

  @Test
  void aRevokedModelHasNoLevelUntilItIsCertifiedAgain() throws Exception {
    entries.removeAll().add(Blobs.entry(Blobs.MODEL, "FIDO_CERTIFIED_L1", "REVOKED"));
    assertThat(read().entries().getFirst().certificationOn(TODAY)).isEmpty();

    entries
        .removeAll()
        .add(Blobs.entry(Blobs.MODEL, "FIDO_CERTIFIED_L1", "REVOKED", "FIDO_CERTIFIED_L2"));
    assertThat(read().entries().getFirst().certificationOn(TODAY)).contains(CertificationLevel.L2);
  }

  @Test
  void aReportThatIsNotInForceYetDoesNotCount() throws Exception {
    entries.removeAll().add(Blobs.entry(Blobs.MODEL, "FIDO_CERTIFIED_L1", "REVOKED"));

    MetadataEntry entry = read().entries().getFirst();

    assertThat(entry.reportsOn(LocalDate.of(2026, 1, 1)))
        .extracting(StatusReport::word)
        .containsExactly("FIDO_CERTIFIED_L1");
    assertThat(entry.reportsOn(LocalDate.of(2026, 1, 2))).hasSize(2);
  }

  private ObjectNode statement() {
    return (ObjectNode) entries.get(0).path("metadataStatement");
  }

  private MetadataBlob read() throws MalformedBlob {
    return BlobReader.read(payload.toString().getBytes(StandardCharsets.UTF_8));
  }
}
