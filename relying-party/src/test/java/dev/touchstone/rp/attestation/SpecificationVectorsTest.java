package dev.touchstone.rp.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of WebAuthn Level 3 §16, as transcribed for the ceremonies' tests. */
class SpecificationVectorsTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final JsonNode FILE = file();

  /** Its key description states neither purpose nor origin, which §8.4 asks for. */
  private static final String WITHOUT_PURPOSE = "android-key-es256";

  static Stream<Arguments> registrations() {
    List<Arguments> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> vector : FILE.path("vectors").properties()) {
      if (vector.getKey().equals(WITHOUT_PURPOSE)) {
        continue;
      }
      all.add(Arguments.of(vector.getKey(), vector.getValue().path("registration")));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("registrations")
  void theStatementVerifies(String name, JsonNode registration) throws Exception {
    var examined =
        StatementFormat.examine(
            AttestationObject.parse(hex(registration, "attestationObject")),
            Optional.of(hash(registration)));
    assertThat(examined.refusal()).as(name).isEmpty();
    assertThat(examined.verified()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("registrations")
  void thoseWithCertificatesLeadToTheExamplesRoot(String name, JsonNode registration)
      throws Exception {
    X509Certificate root =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(hex(FILE, "attestation_ca_cert")));
    AttestationReport report =
        AttestationExplainer.explain(
            hex(registration, "attestationObject"),
            Optional.of(hash(registration)),
            TrustAnchors.none().plus("WebAuthn Level 3", List.of(root)),
            NOW);
    boolean certified = !report.type().equals("None") && !report.type().equals("Self");
    assertThat(report.trusted()).as(name + ": " + report.sentence()).isEqualTo(certified);
  }

  @Test
  void anAndroidKeyWithoutPurposeIsRefusedByTheClauseThoughItIsAnExample() throws Exception {
    JsonNode registration = FILE.at("/vectors/" + WITHOUT_PURPOSE + "/registration");
    var examined =
        StatementFormat.examine(
            AttestationObject.parse(hex(registration, "attestationObject")),
            Optional.of(hash(registration)));
    assertThat(examined.refusal().orElseThrow().because())
        .isEqualTo("the key is not certified for signing");
  }

  private static byte[] hash(JsonNode registration) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(hex(registration, "clientDataJSON"));
  }

  private static byte[] hex(JsonNode json, String field) {
    return HexFormat.of().parseHex(json.required(field).asText());
  }

  private static JsonNode file() {
    try (InputStream in =
        SpecificationVectorsTest.class.getResourceAsStream(
            "/dev/touchstone/rp/ceremony/w3c-test-vectors.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
