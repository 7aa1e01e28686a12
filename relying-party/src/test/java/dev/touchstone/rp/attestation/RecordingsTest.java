package dev.touchstone.rp.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.vector.Recording;
import dev.touchstone.fixture.vector.Recording.Assertion;
import dev.touchstone.fixture.vector.Vectors;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.attestation.statement.StatementFormat.Examined;
import dev.touchstone.rp.cose.CoseKey;
import dev.touchstone.rp.cose.CoseSignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording gets the verdict that it should, at the time when it was made. */
class RecordingsTest {

  @ParameterizedTest
  @MethodSource("dev.touchstone.fixture.vector.Vectors#all")
  void formatTypeAndModelAreFound(Recording recording) throws Exception {
    AttestationReport report = explain(recording, withRoot(recording));
    assertThat(report.format()).isEqualTo(recording.expect().format());
    assertThat(report.type()).isEqualTo(recording.expect().type());
    assertThat(report.aaguid()).isEqualTo(recording.expect().aaguid());
    recording.expect().model().ifPresent(it -> assertThat(report.model()).contains(it));
  }

  @ParameterizedTest
  @MethodSource("trusted")
  void thoseWithAKnownRootAreTrusted(Recording recording) throws Exception {
    AttestationReport report = explain(recording, withRoot(recording));
    assertThat(report.sentence()).startsWith("Trusted: ").contains("leads to the trust anchor");
    assertThat(report.trusted()).isTrue();
    assertThat(report.path().getLast().role()).isEqualTo(Role.ANCHOR);
    assertThat(report.path().getLast().subject()).contains(recording.expect().root().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void theOthersAreUntrustedForTheirOwnReason(Recording recording) throws Exception {
    AttestationReport report = explain(recording, withRoot(recording));
    assertThat(report.trusted()).isFalse();
    assertThat(report.sentence())
        .startsWith("Untrusted because ")
        .contains(recording.expect().because().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void withoutItsMakersRootNoneIsTrusted(Recording recording) throws Exception {
    AttestationReport report = explain(recording, TrustAnchors.bundled());
    assertThat(report.trusted()).isFalse();
    assertThat(report.sentence()).startsWith("Untrusted because ").contains("trust anchor");
  }

  @ParameterizedTest
  @MethodSource("attested")
  void theStatementVerifies(Recording recording) throws Exception {
    Examined examined = examine(recording, sha256(clientData(recording)));
    assertThat(examined.refusal()).isEmpty();
    assertThat(examined.verified()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("signed")
  void theStatementDoesNotVerifyForOtherClientData(Recording recording) throws Exception {
    Examined examined = examine(recording, sha256(new byte[] {1}));
    assertThat(examined.refusal()).isPresent();
    assertThat(examined.verified()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("withAssertion")
  void theLaterAssertionVerifiesWithTheRegisteredKey(Recording recording) throws Exception {
    Assertion assertion = recording.assertion().orElseThrow();
    CoseKey key = object(recording).authenticatorData().credential().orElseThrow().key();
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.write(decode(assertion.authenticatorData()));
    signed.write(sha256(decode(assertion.clientDataJson())));
    assertThat(
            CoseSignature.verify(
                key.algorithm().orElseThrow(),
                key.publicKey().orElseThrow(),
                signed.toByteArray(),
                decode(assertion.signature())))
        .isEqualTo(CoseSignature.Outcome.VALID);
  }

  static Stream<Recording> trusted() {
    return Vectors.all().stream().filter(it -> it.expect().because().isEmpty());
  }

  static Stream<Recording> untrusted() {
    return Vectors.all().stream().filter(it -> it.expect().because().isPresent());
  }

  static Stream<Recording> foreign() {
    return trusted().filter(it -> it.expect().rootCertificate().isPresent());
  }

  /** All but two SafetyNet answers, of an uncertified phone and of a browser before its time. */
  static Stream<Recording> attested() {
    return Vectors.all().stream()
        .filter(it ->
            !it.expect().format().equals("android-safetynet") || it.expect().because().isEmpty());
  }

  static Stream<Recording> signed() {
    return attested().filter(it -> !it.expect().format().equals("none"));
  }

  static Stream<Recording> withAssertion() {
    return Vectors.all().stream().filter(it -> it.assertion().isPresent());
  }

  private static AttestationReport explain(Recording recording, TrustAnchors anchors)
      throws Exception {
    return AttestationExplainer.explain(
        decode(recording.registration().attestationObject()),
        Optional.of(sha256(clientData(recording))),
        anchors,
        recording.at());
  }

  private static TrustAnchors withRoot(Recording recording) throws Exception {
    Optional<String> root = recording.expect().rootCertificate();
    if (root.isEmpty()) {
      return TrustAnchors.bundled();
    }
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(decode(root.get())));
    return TrustAnchors.bundled().plus("the recording's root", List.of(certificate));
  }

  private static Examined examine(Recording recording, byte[] clientDataHash) throws Exception {
    return StatementFormat.examine(object(recording), Optional.of(clientDataHash));
  }

  private static AttestationObject object(Recording recording) throws Exception {
    return AttestationObject.parse(decode(recording.registration().attestationObject()));
  }

  private static byte[] clientData(Recording recording) {
    return decode(recording.registration().clientDataJson());
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] decode(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }
}
