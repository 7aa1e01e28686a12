package dev.touchstone.rp.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.yubico.fido.metadata.AAGUID;
import com.yubico.fido.metadata.FidoMetadataDownloader;
import com.yubico.fido.metadata.FidoMetadataService;
import com.yubico.fido.metadata.MetadataBLOBPayloadEntry;
import com.yubico.webauthn.data.ByteArray;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.metadata.AuthenticatorStatus;
import dev.touchstone.fixture.key.metadata.MetadataBlob;
import dev.touchstone.fixture.key.metadata.StatusReport;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.CertificatePath;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import dev.touchstone.rp.attestation.mds.Publisher;
import dev.touchstone.rp.attestation.mds.RevocationLists;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.MetadataEntry;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.OpenDatabase;
import dev.touchstone.rp.trust.StoredMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we read in a BLOB, beside what webauthn-server-attestation reads in it. */
class OurMetadataTest {

  @TempDir private Path folder;
  private final Laboratory laboratory =
      Laboratory.forgetful(InstantSource.system(), new SecureRandom());

  @Test
  void everyModelReadsAsYubicosServiceReadsIt() throws Exception {
    String blob =
        MetadataBlob.build(
            laboratory,
            KeyModels.all(),
            Map.of(
                KeyModels.TINY.id(),
                List.of(
                    StatusReport.USUAL,
                    new StatusReport(
                        AuthenticatorStatus.USER_KEY_REMOTE_COMPROMISE, LocalDate.of(2026, 5, 4)))),
            InstantSource.system());
    FidoMetadataService theirs =
        FidoMetadataService.builder()
            .useBlob(
                FidoMetadataDownloader.builder()
                    .expectLegalHeader(MetadataBlob.LEGAL_HEADER)
                    .useTrustRoot(laboratory.root())
                    .useBlob(blob)
                    .useCrls(new ArrayList<CRL>(laboratory.revocationLists()))
                    .build()
                    .loadCachedBlob())
            .prefilter(any -> true)
            .filter(any -> true)
            .build();

    Metadata ours = ours(blob);

    for (KeyModel model : KeyModels.all()) {
      if (model.speaksCtap2()) {
        MetadataEntry our = ours.of(model.aaguid()).getFirst().entry();
        MetadataStatement statement = our.statement().orElseThrow();
        MetadataBLOBPayloadEntry their = theirs.findEntries(aaguid(model)).iterator().next();
        var theirStatement = their.getMetadataStatement().orElseThrow();
        assertThat(our.description()).isEqualTo(theirStatement.getDescription().orElseThrow());
        assertThat(statement.roots())
            .containsExactlyElementsOf(theirStatement.getAttestationRootCertificates());
        assertThat(statement.authenticatorVersion().orElseThrow())
            .isEqualTo(theirStatement.getAuthenticatorVersion());
        assertThat(our.statusReports())
            .extracting(it -> it.word().replace("plus", "_PLUS"))
            .containsExactlyElementsOf(
                their.getStatusReports().stream()
                    .map(it -> it.getStatus().name().replace("plus", "_PLUS"))
                    .toList());
        assertThat(our.lastStatusChange())
            .contains(their.getTimeOfLastStatusChange().orElseThrow());
      }
    }
  }

  @Test
  void aModelsRootIsTrustedForThatModelAlone() throws Exception {
    KeyModel model = KeyModels.TOUCHSTONE;
    TrustAnchors anchors =
        TrustAnchors.none()
            .withMetadata(
                ours(
                    MetadataBlob.build(
                        laboratory, List.of(model), Map.of(), InstantSource.system())));
    List<X509Certificate> chain = laboratory.issue(model).batch().chain();

    CertificatePath path =
        CertificatePath.judge(
            chain, anchors.forModel(model.aaguid(), chain), InstantSource.system().instant());

    assertThat(path.trusted()).isTrue();
    assertThat(path.sentence()).contains("the metadata of Laboratory, number 1");
    assertThat(anchors.forModel(KeyModels.TINY.aaguid(), chain).anchors()).isEmpty();
    assertThat(anchors.anchors()).isEmpty();
  }

  @Test
  void aU2fKeyIsFoundByItsCertificate() throws Exception {
    Metadata ours =
        ours(MetadataBlob.build(laboratory, KeyModels.all(), Map.of(), InstantSource.system()));
    X509Certificate certificate = laboratory.issue(KeyModels.U2F_ONLY).u2fCertificate();

    assertThat(ours.of(new java.util.UUID(0, 0), List.of(certificate)))
        .singleElement()
        .satisfies(
            listed -> assertThat(listed.entry().description()).contains(KeyModels.U2F_ONLY.name()));
  }

  private Metadata ours(String blob) throws Exception {
    try (Store store =
        OpenDatabase.at(new DatabaseLocation.SqliteFile(folder.resolve("touchstone.db")))) {
      MetadataService service =
          new MetadataService(
              List.of(Publisher.of("Laboratory", laboratory.root())),
              new StoredMetadata(store),
              Download.usual(),
              RevocationLists.offline(),
              InstantSource.system());
      Fetched fetched =
          service.fetch(
              new MetadataSource.LocalFile(Files.writeString(folder.resolve("blob.jwt"), blob)));
      assertThat(fetched.because()).isEmpty();
      assertThat(service.keep(fetched)).isTrue();
      return service.known().metadata();
    }
  }

  private static AAGUID aaguid(KeyModel model) throws Exception {
    return new AAGUID(ByteArray.fromHex(model.aaguid().toString().replace("-", "")));
  }
}
