package dev.touchstone.rp.http.tls.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate for development, seen by clients that trust its root. */
final class DevelopmentCertificateTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration YEAR = Duration.ofDays(365);

  /** The JDK's own TLS looks at the true time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  @Test
  void aClientThatTrustsTheRootAcceptsEachHostByNameAndByAddress() throws Exception {
    DevelopmentCertificate made = make("localhost", "127.0.0.1");
    try (TlsServer server = TlsServer.showing(files(made))) {
      for (String host : List.of("localhost", "127.0.0.1")) {
        assertThat(SeenCertificate.at(host, server.port(), made.root()))
            .isEqualTo(made.identity().leaf());
      }
    }
  }

  @Test
  void aHostThatItDoesNotNameIsRefusedAndSoIsTheRootOfAnother() throws Exception {
    DevelopmentCertificate made = make("127.0.0.1");
    try (TlsServer server = TlsServer.showing(files(made))) {
      assertThatThrownBy(() -> SeenCertificate.at("localhost", server.port(), made.root()))
          .isInstanceOf(SSLException.class);
      assertThatThrownBy(
              () -> SeenCertificate.at("127.0.0.1", server.port(), make("127.0.0.1").root()))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void theRootIsGoodForTheseHostsOnlyAndForNoOtherAuthority() throws Exception {
    DevelopmentCertificate made = make("touchstone.test", "*.lab.test", "192.0.2.1", "2001:db8::1");

    assertThat(made.root().getBasicConstraints()).isZero();
    assertThat(made.root().getCriticalExtensionOIDs()).contains("2.5.29.30");
    assertThat(new String(made.root().getExtensionValue("2.5.29.30"), StandardCharsets.ISO_8859_1))
        .contains("touchstone.test", "lab.test", "\300\0\2\1\377\377\377\377")
        .doesNotContain("*");
    assertThat(made.identity().names())
        .containsExactly("touchstone.test", "*.lab.test", "192.0.2.1", "2001:db8:0:0:0:0:0:1");
    assertThat(made.identity().leaf().getBasicConstraints()).isEqualTo(-1);
    assertThat(made.root().getIssuerX500Principal())
        .as("two roots on one machine are told apart")
        .isNotEqualTo(make("touchstone.test").root().getIssuerX500Principal());
  }

  @Test
  void itIsGoodFromAnHourAgoForItsWholeLifetime() throws Exception {
    X509Certificate leaf = make("localhost").identity().leaf();

    assertThat(leaf.getNotBefore().toInstant()).isEqualTo(now.minus(Duration.ofHours(1)));
    assertThat(leaf.getNotAfter().toInstant())
        .isEqualTo(leaf.getNotBefore().toInstant().plus(YEAR));
  }

  @Test
  void whatItLeavesInAFolderPassesEveryCheckAndTheKeyIsItsOwnersAlone() throws Exception {
    CertificateFiles files = files(make("localhost"));

    ServerIdentity read = files.read(now);

    assertThat(new CertificateCheck(read.chain(), Optional.of(read.key())).findings(now)).isEmpty();
    PemFolder pems = new PemFolder(folder.resolve("tls"));
    assertThat(permissions(pems.key())).isEqualTo("rw-------");
    assertThat(permissions(pems.root())).isEqualTo("rw-r--r--");
    assertThat(permissions(pems.folder())).isEqualTo("rwx------");
    try (var left = Files.list(pems.folder())) {
      assertThat(left).containsExactlyInAnyOrder(pems.certificate(), pems.key(), pems.root());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN.Example.COM, login.example.com",
    "bücher.example, xn--bcher-kva.example",
    "[::1], 0:0:0:0:0:0:0:1",
    "localhost, localhost"
  })
  void aHostIsTakenAsItStandsInACertificate(String typed, String named) throws Exception {
    assertThat(make(typed).identity().names()).containsExactly(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://a.example",
        "a.example:8443",
        "a..example",
        "-a.example",
        "a b",
        "256.1.1.1",
        "1.2.3",
        "::g",
        "a.*.example",
        "a\0.example"
      })
  void whatIsNoHostIsRefused(String typed) {
    assertThat(refusal(YEAR, typed)).hasMessageContaining("neither a host's DNS name nor");
  }

  @Test
  void noHostAndALifetimeThatSystemsRefuseAreRefused() {
    assertThat(refusal(YEAR)).hasMessageContaining("names at least one host");
    assertThat(refusal(Duration.ofDays(826), "localhost")).hasMessageContaining("1 to 825 days");
    assertThat(refusal(Duration.ZERO, "localhost")).hasMessageContaining("1 to 825 days");
    assertThat(refusal(Duration.ofDays(-1), "localhost")).hasMessageContaining("1 to 825 days");
  }

  private DevelopmentCertificate make(String... hosts) throws CertificateRefused {
    return DevelopmentCertificate.make(List.of(hosts), YEAR, now, RANDOM);
  }

  private CertificateRefused refusal(Duration lifetime, String... hosts) {
    return catchThrowableOfType(
        CertificateRefused.class,
        () -> DevelopmentCertificate.make(List.of(hosts), lifetime, now, RANDOM));
  }

  private CertificateFiles files(DevelopmentCertificate made) throws Exception {
    PemFolder pems = new PemFolder(folder.resolve("tls"));
    pems.write(made);
    return pems.files();
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
