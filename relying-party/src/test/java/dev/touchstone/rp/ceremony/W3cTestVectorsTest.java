package dev.touchstone.rp.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.ceremony.authentication.Authentication;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Bytes USER_HANDLE = Bytes.ofUtf8("the handle of ada");
  private static final User ADA =
      new User(USER_HANDLE.base64Url(), "ada", "Ada", NOW, Optional.empty(), 0);
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -35, -36, -53, -257);

  @TempDir Path folder;
  private Store store;
  private Policy policy;
  private Registration registration;
  private Authentication authentication;

  @BeforeEach
  void open() throws Exception {
    store = SqliteStore.open(folder.resolve("vectors.db"), SqliteStore.PATIENCE);
    policy =
        new Policy(
            "example.org",
            "Example",
            List.of("https://example.org"),
            CounterPolicy.REFUSE,
            false,
            Duration.ofMinutes(5));
    TrustAnchors anchors = TrustAnchors.none().plus("the vectors", List.of(authority()));
    Library library = new Library(policy, anchors, CLOCK);
    Issuer issuer = new Issuer(CLOCK, new SecureRandom(), policy.challengeLifetime());
    registration = new Registration(store, policy, anchors, library, issuer);
    authentication = new Authentication(store, policy, library, issuer);
  }

  @AfterEach
  void close() {
    store.close();
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
  void androidKeyStatementIsVerifiedThoughTheLibraryDoesNot() throws Exception {
    Verdict verdict = register("android-key-es256");
    assertThat(verdict.library().accepted()).isTrue();
    assertThat(verdict.disagrees()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("honestVectors")
  void everyHonestVectorPassesAllStepsOfSignIn(String name) throws Exception {
    plant(name);
    Verdict verdict = signIn(name, authenticationResponse(name));
    assertThat(verdict.failedSteps()).isEmpty();
    assertThat(verdict.library().words()).isEmpty();
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.steps()).hasSize(25);
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
  @MethodSource("honestVectors")
  void oneChangedByteInASignatureFailsTheSignatureStepAlone(String name) throws Exception {
    plant(name);
    ObjectNode response = authenticationResponse(name);
    byte[] signature =
        Bytes.ofBase64Url(response.path("response").path("signature").textValue()).toArray();
    signature[signature.length - 1] ^= 1;
    ((ObjectNode) response.path("response")).put("signature", Bytes.of(signature).base64Url());
    Verdict verdict = signIn(name, response);
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.21");
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.library().accepted()).isFalse();
  }

  private Verdict register(String name) throws Exception {
    JsonNode vector = FILE.path("vectors").path(name).path("registration");
    RegistrationRequest request =
        new RegistrationRequest(
            "ada", "", "", "preferred", "preferred", "direct", List.of(), ALGORITHMS, "{}");
    Bytes challenge = Bytes.ofHex(vector.path("challenge").textValue());
    CreationOptions options = CreationOptions.make(request, policy, ADA, challenge, List.of());
    store.write(records -> {
      records.users().add(ADA);
      records
          .ceremonies()
          .add(ceremony("r", CeremonyKind.REGISTRATION, challenge, options.json().toString()));
      return "";
    });
    ObjectNode response = credential(vector.path("credential_id"));
    response
        .putObject("response")
        .put("clientDataJSON", base64Url(vector.path("clientDataJSON")))
        .put("attestationObject", base64Url(vector.path("attestationObject")));
    return registration.finish("r", response.toString());
  }

  /** Stores the credential of a vector without asking anybody. */
  private void plant(String name) throws Exception {
    JsonNode vector = FILE.path("vectors").path(name).path("registration");
    AttestationObject attestation =
        AttestationObject.parse(
            Bytes.ofHex(vector.path("attestationObject").textValue()).toArray());
    AuthenticatorData data = attestation.authenticatorData();
    Credential credential =
        new Credential(
            base64Url(vector.path("credential_id")),
            "ada",
            "",
            data.aaguid().orElseThrow().toString(),
            Optional.empty(),
            "",
            List.of(),
            Optional.empty(),
            data.has(Flag.UV),
            data.has(Flag.BE),
            data.has(Flag.BS),
            data.signCount(),
            attestation.format(),
            false,
            false,
            CLOCK.instant(),
            Optional.empty());
    Bytes key = Bytes.of(data.credential().orElseThrow().key().map().EncodeToBytes());
    Bytes none = Bytes.of(new byte[0]);
    store.write(records -> {
      records.users().add(ADA);
      records
          .credentials()
          .add(new CredentialRecord(credential, USER_HANDLE, key, none, none, policy.rpId()));
      return "";
    });
  }

  private Verdict signIn(String name, ObjectNode response) throws Exception {
    JsonNode vector = FILE.path("vectors").path(name).path("authentication");
    Bytes challenge = Bytes.ofHex(vector.path("challenge").textValue());
    store.write(records -> {
      RequestOptions options =
          RequestOptions.make(
              AuthenticationRequest.forUser("ada"),
              policy,
              challenge,
              records.credentials().of("ada"));
      records
          .ceremonies()
          .add(ceremony("a", CeremonyKind.AUTHENTICATION, challenge, options.json().toString()));
      return "";
    });
    return authentication.finish("a", response.toString());
  }

  private static ObjectNode authenticationResponse(String name) {
    JsonNode vector = FILE.path("vectors").path(name);
    ObjectNode response = credential(vector.path("registration").path("credential_id"));
    JsonNode assertion = vector.path("authentication");
    response
        .putObject("response")
        .put("clientDataJSON", base64Url(assertion.path("clientDataJSON")))
        .put("authenticatorData", base64Url(assertion.path("authenticatorData")))
        .put("signature", base64Url(assertion.path("signature")));
    return response;
  }

  private static Ceremony ceremony(
      String id, CeremonyKind kind, Bytes challenge, String optionsJson) {
    Instant now = CLOCK.instant();
    return new Ceremony(
        id,
        kind,
        Optional.of(USER_HANDLE),
        "",
        challenge,
        optionsJson,
        now,
        now.plus(Duration.ofMinutes(5)),
        Optional.empty());
  }

  private static ObjectNode credential(JsonNode id) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", base64Url(id))
        .put("rawId", base64Url(id))
        .put("type", "public-key");
  }

  private static String base64Url(JsonNode hex) {
    return Bytes.ofHex(hex.textValue()).base64Url();
  }

  private static X509Certificate authority() throws Exception {
    byte[] der = Bytes.ofHex(FILE.path("attestation_ca_cert").textValue()).toArray();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static Stream<String> honestVectors() {
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
