package dev.touchstone.rp.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.response.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of WebAuthn Level 3 §16, which come from other code than ours. */
class W3cTestVectorsTest {

  private static final JsonNode FILE = read();

  private Rehearsal rehearsal;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    rehearsal =
        new Rehearsal(
            folder,
            Instant.parse("2026-11-20T12:00:00Z"),
            "example.org",
            "https://example.org",
            TrustAnchors.none().plus("the vectors", List.of(authority())));
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none-es256",
        "packed-self-es256",
        "none-es256-long-credential-id",
        "tpm-es256",
        "apple-es256",
        "fido-u2f-es256"
      })
  void vectorsThatTheLibraryAcceptsPassAllStepsOfRegistration(String name) throws Exception {
    Verdict verdict = register(name);
    assertThat(verdict.failedSteps()).isEmpty();
    assertThat(verdict.library().words()).isEmpty();
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.steps()).hasSize(29);
    assertThat(verdict.disagrees()).isFalse();
    assertThat(verdict.warnings()).noneMatch(warning -> warning.startsWith("Defect"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "packed-es256",
        "packed-es384",
        "packed-es512",
        "packed-rs256",
        "packed-eddsa",
        "packed-ed448"
      })
  void packedCertificatesOfNoCountryFailTheStatementStepAsTheyDoInTheLibrary(String name)
      throws Exception {
    Verdict verdict = register(name);
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.22");
    assertThat(verdict.library().words()).contains("country");
    assertThat(verdict.disagrees()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpm-es256", "apple-es256", "fido-u2f-es256"})
  void certificatesOfTheVectorsLeadToTheirAuthority(String name) throws Exception {
    Verdict verdict = register(name);
    assertThat(verdict.attestation().orElseThrow().sentence()).startsWith("Trusted");
    assertThat(verdict.credential().orElseThrow().trusted()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void androidKeyWithoutPurposeFailsTheStatementStepThoughTheLibraryDoesNotLook() throws Exception {
    Verdict verdict = register("android-key-es256");
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.22");
    assertThat(verdict.library().accepted()).isTrue();
    assertThat(verdict.library().leftToCaller()).containsExactly("7.1.22");
    assertThat(verdict.disagrees()).isFalse();
  }

  @Test
  void registrationInAForeignFrameIsRefusedByUsThoughNotByTheLibrary() throws Exception {
    Verdict verdict = register("none-es256-crossOrigin");
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.10");
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.library().accepted()).isTrue();
    assertThat(verdict.library().leftToCaller()).containsExactly("7.1.10");
    assertThat(verdict.disagrees()).isFalse();
  }

  @Test
  void registrationOnAForeignPageFailsBothStepsAboutFrames() throws Exception {
    Verdict verdict = register("none-es256-topOrigin");
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.10", "7.1.11");
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.disagrees()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("framelessVectors")
  void everyVectorPassesAllStepsOfSignIn(String name) throws Exception {
    Verdict verdict = signIn(name, bytes(name, "authentication", "signature"));
    assertThat(verdict.failedSteps()).isEmpty();
    assertThat(verdict.library().words()).isEmpty();
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.steps()).hasSize(25);
    assertThat(verdict.disagrees()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("framelessVectors")
  void oneChangedBitInASignatureFailsTheSignatureStepAlone(String name) throws Exception {
    byte[] signature = bytes(name, "authentication", "signature").toArray();
    signature[signature.length - 1] ^= 1;
    Verdict verdict = signIn(name, Bytes.of(signature));
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.21");
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.library().accepted()).isFalse();
  }

  private Verdict register(String name) throws Exception {
    return rehearsal.register(
        bytes(name, "registration", "challenge"),
        bytes(name, "registration", "clientDataJSON"),
        bytes(name, "registration", "attestationObject"));
  }

  private Verdict signIn(String name, Bytes signature) throws Exception {
    rehearsal.plant(bytes(name, "registration", "attestationObject"));
    return rehearsal.signIn(
        bytes(name, "authentication", "challenge"),
        bytes(name, "authentication", "clientDataJSON"),
        bytes(name, "authentication", "authenticatorData"),
        signature);
  }

  private static Bytes bytes(String vector, String ceremony, String member) {
    JsonNode hex = FILE.path("vectors").path(vector).path(ceremony).path(member);
    return Bytes.ofHex(hex.textValue());
  }

  private static X509Certificate authority() throws Exception {
    byte[] der = Bytes.ofHex(FILE.path("attestation_ca_cert").textValue()).toArray();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static Stream<String> framelessVectors() {
    Iterable<String> names = () -> FILE.path("vectors").fieldNames();
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> !name.endsWith("Origin"));
  }

  private static JsonNode read() {
    try (InputStream file =
        Objects.requireNonNull(
            W3cTestVectorsTest.class.getResourceAsStream("w3c-test-vectors.json"))) {
      return Json.MAPPER.readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException("the vectors come with the tests", e);
    }
  }
}
