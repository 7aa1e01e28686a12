package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CertificatePathTest {

  @Test
  void theCertificatesHangFromTheAnchor() {
    AttestationReport report =
        new AttestationReport(
            "packed",
            "Basic",
            "00000000-0000-0000-0000-000000000001",
            Optional.of("A key"),
            true,
            "Trusted: the path ends at a root of A vendor.",
            List.of(
                certificate("CN=Leaf", Role.LEAF),
                certificate("CN=Middle", Role.INTERMEDIATE),
                certificate("CN=Root", Role.ANCHOR)),
            List.of(),
            false);

    assertThat(new CertificatePath(new Sheet(80, false, new Style(false)), false).lines(report))
        .containsExactly(
            "  packed, Basic   A key  00000000-0000-0000-0000-000000000001",
            "  Trusted: the path ends at a root of A vendor.",
            "  CN=Root  trust anchor",
            "  │  valid 2026-01-01 to 2036-01-01   SHA-256 aaaaaaaa…aaaaaaaa",
            "  └─ CN=Middle  intermediate",
            "     │  valid 2026-01-01 to 2036-01-01   SHA-256 aaaaaaaa…aaaaaaaa",
            "     └─ CN=Leaf  this key",
            "           valid 2026-01-01 to 2036-01-01   SHA-256 aaaaaaaa…aaaaaaaa");
  }

  @Test
  void aLongSubjectIsWrappedAndAFingerprintIsWholeWhenEverythingIsWanted() {
    AttestationReport report =
        new AttestationReport(
            "packed",
            "Basic",
            "00000000-0000-0000-0000-000000000001",
            Optional.of("A key with quite a long name"),
            true,
            "Trusted.",
            List.of(
                certificate("CN=Leaf of a tree, OU=Authenticator Attestation, C=CH", Role.LEAF)),
            List.of(),
            false);

    assertThat(new CertificatePath(new Sheet(78, false, new Style(false)), true).lines(report))
        .containsExactly(
            "  packed, Basic   A key with quite a long name",
            "  00000000-0000-0000-0000-000000000001",
            "  Trusted.",
            "  CN=Leaf of a tree, OU=Authenticator Attestation, C=CH  this key",
            "     valid 2026-01-01 to 2036-01-01",
            "     SHA-256 " + "a".repeat(64));
    assertThat(new CertificatePath(new Sheet(50, false, new Style(false)), false).lines(report))
        .contains("  CN=Leaf of a tree, OU=Authenticator", "     Attestation, C=CH  this key");
  }

  private static PathElement certificate(String subject, Role role) {
    return new PathElement(
        subject, "CN=Issuer", "2026-01-01", "2036-01-01", "a".repeat(64), role, List.of());
  }
}
