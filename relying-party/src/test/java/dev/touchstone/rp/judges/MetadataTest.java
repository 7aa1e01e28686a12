package dev.touchstone.rp.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.metadata.FidoMDS3MetadataBLOBProvider;
import com.webauthn4j.metadata.HttpClient;
import com.webauthn4j.metadata.anchor.MetadataBLOBBasedTrustAnchorRepository;
import com.webauthn4j.metadata.data.MetadataBLOB;
import com.webauthn4j.metadata.exception.MDSException;
import com.webauthn4j.verifier.exception.TrustAnchorNotFoundException;
import com.yubico.fido.metadata.AAGUID;
import com.yubico.fido.metadata.FidoMetadataDownloader;
import com.yubico.fido.metadata.FidoMetadataService;
import com.yubico.fido.metadata.MetadataBLOBPayloadEntry;
import com.yubico.webauthn.data.ByteArray;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.metadata.AuthenticatorStatus;
import dev.touchstone.fixture.key.metadata.MetadataBlob;
import dev.touchstone.fixture.key.metadata.StatusReport;
import dev.touchstone.fixture.key.model.AttestationStyle;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CRL;
import java.security.cert.CertPathValidatorException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laboratory's metadata BLOB, as webauthn-server-attestation and webauthn4j read it. */
class MetadataTest {

  private final Laboratory laboratory =
      Laboratory.forgetful(InstantSource.system(), new SecureRandom());

  @Test
  void yubicosServiceFindsEveryModelAndItsRoot() throws Exception {
    FidoMetadataService service = service(blob(Map.of()), laboratory);

    for (KeyModel model : KeyModels.all()) {
      if (model.speaksCtap2()) {
        Set<MetadataBLOBPayloadEntry> entries = service.findEntries(aaguid(model));
        assertThat(entries).as(model.name()).hasSize(1);
        assertThat(entries.iterator().next().getMetadataStatement().orElseThrow().getDescription())
            .contains(model.name());
        assertThat(
                service
                    .findTrustRoots(
                        laboratory.issue(model).batch().chain(),
                        Optional.of(aaguid(model).asBytes()))
                    .getTrustRoots())
            .as(model.name())
            .containsExactly(laboratory.root());
      }
    }
  }

  @Test
  void yubicosServiceFindsU2fKeysByTheirCertificate() throws Exception {
    FidoMetadataService service = service(blob(Map.of()), laboratory);
    X509Certificate certificate = laboratory.issue(KeyModels.U2F_ONLY).u2fCertificate();

    assertThat(service.findTrustRoots(List.of(certificate), Optional.empty()).getTrustRoots())
        .containsExactly(laboratory.root());
  }

  @Test
  void revokedModelHasNoRootAnyMore() throws Exception {
    FidoMetadataService service =
        service(blob(touchstoneIs(AuthenticatorStatus.REVOKED)), laboratory);

    assertThat(service.findEntries(aaguid(KeyModels.TOUCHSTONE))).isEmpty();
    assertThat(service.findEntries(aaguid(KeyModels.TINY))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(AuthenticatorStatus.class)
  void everyStatusIsReadWithItsDate(AuthenticatorStatus status) throws Exception {
    var entries =
        FidoMetadataService.builder()
            .useBlob(downloader(blob(touchstoneIs(status)), laboratory).loadCachedBlob())
            .prefilter(any -> true)
            .filter(any -> true)
            .build()
            .findEntries(aaguid(KeyModels.TOUCHSTONE));

    var report = entries.iterator().next().getStatusReports().getLast();
    assertThat(report.getStatus().name()).isEqualTo(status.word());
    assertThat(report.getEffectiveDate()).contains(LocalDate.of(2026, 5, 4));
    assertThat(entries.iterator().next().getTimeOfLastStatusChange())
        .contains(LocalDate.of(2026, 5, 4));
  }

  @Test
  void yubicosDownloaderRefusesTheBlobOfAnotherLaboratory() throws Exception {
    Laboratory other = Laboratory.forgetful(InstantSource.system(), new SecureRandom());

    assertThatThrownBy(() -> downloader(blob(Map.of()), other).loadCachedBlob())
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void numberOfTheBlobGrows() throws Exception {
    assertThat(downloader(blob(Map.of()), laboratory).loadCachedBlob().getPayload().getNo())
        .isEqualTo(1);
    assertThat(downloader(blob(Map.of()), laboratory).loadCachedBlob().getPayload().getNo())
        .isEqualTo(2);
  }

  @Test
  void webauthn4jReadsEveryEntry() throws Exception {
    MetadataBLOB read = provider(blob(Map.of()), laboratory).provide();

    assertThat(read.getPayload().getLegalHeader()).isEqualTo(MetadataBlob.LEGAL_HEADER);
    assertThat(read.getPayload().getEntries())
        .hasSizeGreaterThanOrEqualTo(KeyModels.all().size())
        .allSatisfy(entry -> {
          assertThat(entry.getMetadataStatement()).isNotNull();
          assertThat(entry.getStatusReports()).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = AttestationStyle.class,
      names = {"PACKED_CERTIFICATE", "FIDO_U2F", "TPM", "ANDROID_KEY", "APPLE"})
  void webauthn4jTrustsAKeyByItsMetadata(AttestationStyle style) throws Exception {
    KeyModel model = KeyModels.TOUCHSTONE.with(like -> like.attestation(style));
    String blob = MetadataBlob.build(laboratory, List.of(model), Map.of(), InstantSource.system());
    Specimen specimen = Specimen.of(model, laboratory);

    assertThatCode(() ->
            specimen.judge(new MetadataBLOBBasedTrustAnchorRepository(provider(blob, laboratory))))
        .doesNotThrowAnyException();
  }

  @Test
  void webauthn4jRefusesAKeyWhoseModelIsCompromised() throws Exception {
    String blob = blob(touchstoneIs(AuthenticatorStatus.ATTESTATION_KEY_COMPROMISE));
    Specimen specimen = Specimen.of(KeyModels.TOUCHSTONE, laboratory);

    assertThatThrownBy(() ->
            specimen.judge(new MetadataBLOBBasedTrustAnchorRepository(provider(blob, laboratory))))
        .isInstanceOf(TrustAnchorNotFoundException.class);
  }

  @Test
  void webauthn4jRefusesTheBlobOfAnotherLaboratory() throws Exception {
    Laboratory other = Laboratory.forgetful(InstantSource.system(), new SecureRandom());
    String blob = blob(Map.of());

    assertThatThrownBy(() -> provider(blob, other).provide()).isInstanceOf(MDSException.class);
  }

  private String blob(Map<String, List<StatusReport>> statuses) throws Exception {
    return MetadataBlob.build(laboratory, KeyModels.all(), statuses, InstantSource.system());
  }

  private static Map<String, List<StatusReport>> touchstoneIs(AuthenticatorStatus status) {
    return Map.of(
        KeyModels.TOUCHSTONE.id(),
        List.of(StatusReport.USUAL, new StatusReport(status, LocalDate.of(2026, 5, 4))));
  }

  private static FidoMetadataService service(String blob, Laboratory trusted) throws Exception {
    return FidoMetadataService.builder()
        .useBlob(downloader(blob, trusted).loadCachedBlob())
        .build();
  }

  private static FidoMetadataDownloader downloader(String blob, Laboratory trusted)
      throws Exception {
    return FidoMetadataDownloader.builder()
        .expectLegalHeader(MetadataBlob.LEGAL_HEADER)
        .useTrustRoot(trusted.root())
        .useBlob(blob)
        .useCrls(new ArrayList<CRL>(trusted.revocationLists()))
        .build();
  }

  private static FidoMDS3MetadataBLOBProvider provider(String blob, Laboratory trusted) {
    FidoMDS3MetadataBLOBProvider provider =
        new FidoMDS3MetadataBLOBProvider(
            new ObjectConverter(),
            "https://laboratory.test/blob",
            uri ->
                new HttpClient.Response(
                    200, new ByteArrayInputStream(blob.getBytes(StandardCharsets.US_ASCII))),
            Set.of(new TrustAnchor(trusted.root(), null)));
    provider.setRevocationCheckEnabled(false);
    return provider;
  }

  private static AAGUID aaguid(KeyModel model) throws Exception {
    return new AAGUID(ByteArray.fromHex(model.aaguid().toString().replace("-", "")));
  }
}
