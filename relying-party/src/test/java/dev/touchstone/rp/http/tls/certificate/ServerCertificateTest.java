package dev.touchstone.rp.http.tls.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.http.tls.certificate.Authority.Wish;
import dev.touchstone.rp.http.tls.certificate.CertificateEvent.Ending;
import dev.touchstone.rp.http.tls.certificate.CertificateEvent.Kept;
import dev.touchstone.rp.http.tls.certificate.CertificateEvent.Replaced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients of a running server see when its files change. */
final class ServerCertificateTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private Instant time = start;
  private final List<CertificateEvent> events = new ArrayList<>();

  @TempDir Path folder;
  private PemFolder pems;
  private Authority root;

  @BeforeEach
  void foundTheAuthority() throws Exception {
    pems = new PemFolder(folder);
    root = Authority.root("root");
  }

  @Test
  void anotherPairIsShownAsSoonAsItWasLookedFor() throws Exception {
    ServerIdentity first = write(90);
    try (TlsServer server = serve()) {
      assertThat(seen(server)).isEqualTo(first.leaf());

      ServerIdentity second = write(90);
      assertThat(seen(server)).isEqualTo(first.leaf());
      server.certificate().check();

      assertThat(seen(server)).isEqualTo(second.leaf());
      assertThat(server.certificate().identity().leaf()).isEqualTo(second.leaf());
      assertThat(events).singleElement().isInstanceOf(Replaced.class);
    }
  }

  @Test
  void filesThatStayTheSameChangeNothing() throws Exception {
    write(90);
    try (TlsServer server = serve()) {
      byte[] same = Files.readAllBytes(pems.certificate());
      Files.write(pems.certificate(), same);
      server.certificate().check();

      assertThat(events).isEmpty();
    }
  }

  @Test
  void aPairThatDoesNotFitIsToldOnceAndTheOldOneStays() throws Exception {
    ServerIdentity first = write(90);
    try (TlsServer server = serve()) {
      ServerIdentity other = root.issue(Wish.server("localhost").until(start.plus(DAY)));
      Files.writeString(pems.certificate(), PemFolder.pem(other.chain())); // the key not yet
      server.certificate().check();
      server.certificate().check();

      assertThat(seen(server)).isEqualTo(first.leaf());
      assertThat(events)
          .singleElement()
          .isInstanceOfSatisfying(
              Kept.class,
              it -> {
                assertThat(it.reason()).hasMessageContaining("belongs to another certificate");
                assertThat(it.identity().leaf()).isEqualTo(first.leaf());
              });

      pems.write(other);
      server.certificate().check();
      assertThat(seen(server)).isEqualTo(other.leaf());
    }
  }

  @Test
  void filesThatAreGoneForAWhileAreToldOnce() throws Exception {
    ServerIdentity first = write(90);
    try (TlsServer server = serve()) {
      String key = Files.readString(pems.key());
      Files.delete(pems.key());
      server.certificate().check();
      server.certificate().check();
      assertThat(events).singleElement().isInstanceOf(Kept.class);
      assertThat(seen(server)).isEqualTo(first.leaf());

      pems.writePrivate(pems.key(), key);
      server.certificate().check();
      assertThat(events).hasSize(1);

      Files.delete(pems.key());
      server.certificate().check();
      assertThat(events).as("another time is told again").hasSize(2);
    }
  }

  @Test
  void anExpiredPairNeverReplacesAGoodOne() throws Exception {
    ServerIdentity first = write(90);
    try (TlsServer server = serve()) {
      pems.write(
          root.issue(Wish.server("localhost").from(start.minus(DAY)).until(start.minusSeconds(1))));
      server.certificate().check();

      assertThat(seen(server)).isEqualTo(first.leaf());
      assertThat(events).singleElement().asString().contains("It expired on");
    }
  }

  @Test
  void anEndThatIsNearIsToldOnceADay() throws Exception {
    write(15);
    try (TlsServer server = serve()) {
      server.certificate().check();
      assertThat(events).isEmpty();

      time = start.plus(DAY.multipliedBy(2));
      server.certificate().check();
      server.certificate().check();
      assertThat(events).singleElement().isInstanceOf(Ending.class);

      time = start.plus(DAY.multipliedBy(3));
      server.certificate().check();
      assertThat(events).hasSize(2);

      write(90);
      server.certificate().check();
      time = start.plus(DAY.multipliedBy(5));
      server.certificate().check();
      assertThat(events).hasSize(3).last().isInstanceOf(Replaced.class);
    }
  }

  @Test
  void whatCannotBeUsedAtTheStartIsRefused() throws Exception {
    write(90);
    Files.delete(pems.certificate());

    assertThat(
            catchThrowableOfType(
                CertificateRefused.class,
                () -> ServerCertificate.open(pems.files(), () -> time, events::add)))
        .hasMessageContaining("There is no file " + pems.certificate());
  }

  private TlsServer serve() throws Exception {
    return TlsServer.showing(pems.files(), () -> time, events::add);
  }

  private ServerIdentity write(int days) throws Exception {
    ServerIdentity issued =
        root.issue(
            Wish.server("localhost")
                .from(start.minus(DAY))
                .until(start.plus(Duration.ofDays(days))));
    pems.write(issued);
    return issued;
  }

  private X509Certificate seen(TlsServer server) throws Exception {
    return SeenCertificate.at("localhost", server.port(), root.certificate());
  }
}
