package dev.touchstone.rp.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.vector.Recording;
import dev.touchstone.fixture.vector.Recording.Assertion;
import dev.touchstone.fixture.vector.Vectors;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.response.ClientData;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real authenticators answered: our steps and the library must come to the same end. */
class RecordingsTest {

  @ParameterizedTest
  @MethodSource("registrations")
  void stepsAndLibraryAgreeOnEveryRegistration(Recording recording, @TempDir Path folder)
      throws Exception {
    Bytes clientData = Bytes.ofBase64Url(recording.registration().clientDataJson());
    try (Rehearsal rehearsal = rehearsal(recording, folder)) {
      Verdict verdict =
          rehearsal.register(
              challenge(clientData),
              clientData,
              Bytes.ofBase64Url(recording.registration().attestationObject()));
      assertThat(verdict.disagrees())
          .as("failed %s, library: %s", verdict.failedSteps(), verdict.library())
          .isFalse();
      assertThat(verdict.steps()).hasSize(29);
      assertThat(verdict.warnings()).noneMatch(warning -> warning.startsWith("Defect"));
    }
  }

  @ParameterizedTest
  @MethodSource("assertions")
  void stepsAndLibraryAgreeOnEverySignIn(Recording recording, @TempDir Path folder)
      throws Exception {
    Assertion assertion = recording.assertion().orElseThrow();
    Bytes clientData = Bytes.ofBase64Url(assertion.clientDataJson());
    try (Rehearsal rehearsal = rehearsal(recording, folder)) {
      rehearsal.plant(Bytes.ofBase64Url(recording.registration().attestationObject()));
      Verdict verdict =
          rehearsal.signIn(
              challenge(clientData),
              clientData,
              Bytes.ofBase64Url(assertion.authenticatorData()),
              Bytes.ofBase64Url(assertion.signature()));
      assertThat(verdict.disagrees())
          .as("failed %s, library: %s", verdict.failedSteps(), verdict.library())
          .isFalse();
      assertThat(verdict.steps()).hasSize(25);
    }
  }

  private static Rehearsal rehearsal(Recording recording, Path folder) throws Exception {
    TrustAnchors anchors = TrustAnchors.bundled();
    if (recording.expect().rootCertificate().isPresent()) {
      Bytes der = Bytes.ofBase64Url(recording.expect().rootCertificate().get());
      anchors = anchors.plus("the recording", List.of(certificate(der)));
    }
    return new Rehearsal(folder, recording.at(), recording.rpId(), recording.origin(), anchors);
  }

  private static Bytes challenge(Bytes clientData) throws Exception {
    ClientData parsed = ClientData.parse(ClientData.text(clientData));
    return Bytes.ofBase64Url(parsed.challenge().orElseThrow());
  }

  private static X509Certificate certificate(Bytes der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der.toArray()));
  }

  private static Stream<Recording> registrations() {
    return Vectors.all().stream();
  }

  private static Stream<Recording> assertions() {
    return Vectors.all().stream().filter(recording -> recording.assertion().isPresent());
  }
}
