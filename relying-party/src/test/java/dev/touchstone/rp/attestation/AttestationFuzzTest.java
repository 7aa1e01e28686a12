package dev.touchstone.rp.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;

/** An attestation object of any bytes is explained, and trusted by nobody. */
final class AttestationFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /** One of each format, from the test vectors of WebAuthn Level 3. */
  static byte[][] seeds() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            AttestationFuzzTest.class.getResourceAsStream(
                "/dev/touchstone/rp/ceremony/w3c-test-vectors.json"))) {
      return new ObjectMapper()
          .readTree(in).findValuesAsText("attestationObject").stream()
              .map(HexFormat.of()::parseHex)
              .toArray(byte[][]::new);
    }
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreExplained(byte[] attestationObject) {
    AttestationReport report =
        AttestationExplainer.explain(
            attestationObject, Optional.of(new byte[32]), TrustAnchors.none(), NOW);

    assertThat(report.sentence()).isNotBlank();
    assertThat(report.trusted()).isFalse();
  }
}
