package dev.touchstone.rp.http.tls.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import dev.touchstone.rp.http.tls.certificate.CertificateEvent.Kept;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates from Pebble, which asks our challenge port as Let's Encrypt would. */
final class AcmeCertificateTest {

  /** Pebble's certificates begin at its own now. */
  private Instant time = Instant.now().plus(Duration.ofHours(1));

  private final List<CertificateEvent> events = new ArrayList<>();

  @TempDir Path folder;
  private Pebble pebble;

  @BeforeEach
  void startPebble() throws Exception {
    assumeTrue(
        Pebble.program().isPresent(),
        "needs Let's Encrypt's ACME server for tests (Debian: apt install pebble)");
    pebble = Pebble.start(folder, Pebble.freePort(), false);
  }

  @AfterEach
  void stopPebble() throws Exception {
    if (pebble != null) {
      pebble.close();
    }
  }

  @Test
  void theFirstCertificateIsThereWhenTheServerStarts() throws Exception {
    try (AcmeCertificate certificate = open(settings())) {
      ServerIdentity issued = certificate.files().read(time);

      assertThat(issued.names()).containsExactly("localhost");
      assertThat(issued.leaf().getIssuerX500Principal().getName()).contains("Pebble");
      assertThat(issued.chain()).hasSizeGreaterThan(1);
      for (String name : List.of("account.pem", "key.pem", "acme.properties")) {
        assertThat(permissions(acme().resolve(name))).as(name).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aRestartTakesWhatIsThere() throws Exception {
    ServerIdentity first;
    try (AcmeCertificate certificate = open(settings())) {
      first = certificate.files().read(time);
    }
    pebble.close(); // so that nobody could issue another one

    try (AcmeCertificate certificate = open(settings())) {
      assertThat(certificate.files().read(time).leaf()).isEqualTo(first.leaf());
    }
  }

  @Test
  void itIsRenewedWhenAThirdOfItsLifetimeIsLeftAndNotBefore() throws Exception {
    try (AcmeCertificate certificate = open(settings())) {
      ServerIdentity first = certificate.files().read(time);
      Instant due = RenewalPlan.due(first.leaf());
      time = due.minusSeconds(1);
      certificate.tick();
      assertThat(certificate.files().read(time).leaf()).isEqualTo(first.leaf());

      String account = Files.readString(acme().resolve("account.pem"));
      time = due;
      certificate.tick();

      ServerIdentity second = certificate.files().read(time);
      assertThat(second.leaf().getSerialNumber()).isNotEqualTo(first.leaf().getSerialNumber());
      assertThat(second.leaf().getPublicKey()).isNotEqualTo(first.leaf().getPublicKey());
      assertThat(Files.readString(acme().resolve("account.pem"))).isEqualTo(account);
      assertThat(events).isEmpty();
    }
  }

  @Test
  void aRenewalThatFailsIsToldAndTriedAgainAfterLongerAndLongerPauses() throws Exception {
    try (AcmeCertificate certificate = open(settings())) {
      ServerIdentity first = certificate.files().read(time);
      pebble.close();
      time = RenewalPlan.due(first.leaf());

      certificate.tick();
      certificate.tick();
      time = time.plus(Duration.ofMinutes(14));
      certificate.tick();
      assertThat(events).hasSize(1);
      assertThat(events.getFirst())
          .isInstanceOfSatisfying(
              Kept.class,
              it ->
                  assertThat(it.reason())
                      .hasMessageContaining("The certificate authority at https://localhost:")
                      .hasMessageContaining("cannot be reached"));

      time = time.plus(Duration.ofMinutes(1));
      certificate.tick();
      time = time.plus(Duration.ofMinutes(29));
      certificate.tick();
      assertThat(events).as("the second pause is half an hour").hasSize(2);
      assertThat(certificate.files().read(time).leaf()).isEqualTo(first.leaf());

      time = first.notAfter().plusSeconds(1);
      certificate.tick();
      assertThat(events).as("it goes on when the certificate has expired").hasSize(3);
    }
  }

  @Test
  void withoutAcceptedTermsThereIsNoAccountAndTheirAddressIsTold() throws Exception {
    assertThat(refusal(settings(List.of("localhost"), false, pebble.challengePort())))
        .hasMessageContaining("nobody has accepted")
        .hasMessageContaining("Read them at data:text/plain,Do%20what%20thou%20wilt")
        .hasMessageContaining("--acme-accept-terms");

    try (AcmeCertificate certificate = open(settings())) {
      assertThat(certificate.files().read(time).names())
          .as("and who accepts them then does not wait")
          .containsExactly("localhost");
    }
  }

  @Test
  void aServerThatTheAuthorityDoesNotFindIsToldWhatToCheckAndAskedAboutLater() throws Exception {
    AcmeSettings elsewhere = settings(List.of("localhost"), true, Pebble.freePort());

    assertThat(refusal(elsewhere))
        .hasMessageContaining("could not see that localhost is this server")
        .hasMessageContaining("port 80");
    assertThat(refusal(elsewhere))
        .as("a service that is started again at once asks nobody")
        .hasMessageContaining("There is no certificate yet")
        .hasMessageContaining("is left alone until " + time.plus(Duration.ofMinutes(15)))
        .hasMessageContaining("acme.properties");

    time = time.plus(Duration.ofMinutes(15));
    try (AcmeCertificate certificate = open(settings())) {
      assertThat(certificate.files().read(time).names()).containsExactly("localhost");
    }
  }

  @Test
  void otherDomainsOrAnotherAuthorityWantAnotherCertificate() throws Exception {
    ServerIdentity first;
    try (AcmeCertificate certificate = open(settings())) {
      first = certificate.files().read(time);
    }
    AcmeState state = AcmeState.read(new PemFolder(acme()));
    state.issued("https://staging.example/directory").write(new PemFolder(acme()));

    try (AcmeCertificate certificate = open(settings())) {
      assertThat(certificate.files().read(time).leaf()).isNotEqualTo(first.leaf());
    }
    assertThat(refusal(settings(List.of("localhost", "nowhere.invalid"), true, port())))
        .hasMessageContaining("nowhere.invalid");
  }

  @Test
  void aDamagedAccountKeyIsToldWhere() throws Exception {
    Files.createDirectories(acme());
    Files.writeString(acme().resolve("account.pem"), "-----BEGIN EC PRIVATE KEY-----\nMHc");

    assertThat(refusal(settings()))
        .hasMessageContaining("The account's key in " + acme().resolve("account.pem"));
  }

  @Test
  void anAuthorityForCustomersWantsItsOwnAccount() throws Exception {
    Path mac = folder.resolve("mac");
    Files.writeString(mac, "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W\n");
    int port = Pebble.freePort();
    Path own = Files.createDirectories(folder.resolve("customers"));
    try (Pebble customers = Pebble.start(own, port, true)) {
      AcmeSettings stranger = settings(customers, Optional.empty());
      assertThat(refusal(stranger)).hasMessageContaining("serves its customers only");

      AcmeSettings customer =
          settings(customers, Optional.of(new AcmeSettings.ExternalAccount("customer-7", mac)));
      try (AcmeCertificate certificate = open(customer)) {
        assertThat(certificate.files().read(time).names()).containsExactly("localhost");
      }
    }
  }

  @Test
  void whatNoAuthorityCouldDoIsRefusedBeforeAnyIsAsked() throws Exception {
    AcmeSettings good = settings();
    assertThat(refusal(good.withDomains(List.of("*.example.com"))))
        .hasMessageContaining("can prove no wildcard such as '*.example.com'");
    assertThat(refusal(good.withDomains(List.of("192.0.2.1"))))
        .hasMessageContaining("can prove no address");
    assertThat(refusal(good.withDomains(List.of("https://a.example"))))
        .hasMessageContaining("neither a host's DNS name nor an address");
    assertThat(refusal(at(URI.create("http://localhost/dir"))))
        .hasMessageContaining("Give the https:// address");
    assertThat(acme()).doesNotExist();
  }

  @Test
  void anAddressBehindWhichIsNoAuthorityIsCalledSo() throws Exception {
    assertThat(refusal(at(pebble.directory().resolve("/roots"))))
        .hasMessageContaining("--acme-directory");
  }

  private AcmeSettings at(URI directory) {
    AcmeSettings good = settings();
    return new AcmeSettings(
        directory,
        good.trustedRoot(),
        good.domains(),
        good.email(),
        good.externalAccount(),
        true,
        good.challengePort(),
        good.folder());
  }

  private AcmeSettings settings() {
    return settings(List.of("localhost"), true, pebble.challengePort());
  }

  private int port() {
    return pebble.challengePort();
  }

  private AcmeSettings settings(List<String> domains, boolean accepted, int port) {
    return new AcmeSettings(
        pebble.directory(),
        Optional.of(pebble.root()),
        domains,
        Optional.of("security@example.com"),
        Optional.empty(),
        accepted,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        acme());
  }

  private AcmeSettings settings(Pebble of, Optional<AcmeSettings.ExternalAccount> external) {
    return new AcmeSettings(
        of.directory(),
        Optional.of(of.root()),
        List.of("localhost"),
        Optional.empty(),
        external,
        true,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), of.challengePort()),
        acme());
  }

  private Path acme() {
    return folder.resolve("acme");
  }

  private AcmeCertificate open(AcmeSettings settings) throws CertificateRefused {
    return AcmeCertificate.open(settings, () -> time, new SecureRandom(), events::add);
  }

  private CertificateRefused refusal(AcmeSettings settings) {
    return catchThrowableOfType(CertificateRefused.class, () -> open(settings).close());
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
