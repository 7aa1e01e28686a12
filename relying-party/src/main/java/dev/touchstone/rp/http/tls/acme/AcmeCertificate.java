package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import dev.touchstone.rp.http.tls.certificate.CertificateFiles;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.HostName;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate in files that is there when the server starts and is renewed while it runs. It only
 * writes the files; {@code ServerCertificate} notices.
 */
public final class AcmeCertificate implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AcmeCertificate.class);

  private final AcmeSettings settings;
  private final InstantSource clock;
  private final Consumer<CertificateEvent> listener;
  private final PemFolder pems;
  private final ChallengePort port;
  private final AcmeAuthority authority;

  /** Also here, for a disk that is full: to ask anew every minute would use up our allowance. */
  private AcmeState state;

  private Optional<ServerIdentity> shown = Optional.empty();

  private AcmeCertificate(
      AcmeSettings settings,
      InstantSource clock,
      SecureRandom random,
      Consumer<CertificateEvent> listener)
      throws CertificateRefused {
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.pems = new PemFolder(settings.folder());
    this.state = AcmeState.read(pems);
    ChallengeResponses responses = new ChallengeResponses();
    this.port =
        ChallengePort.open(settings.challengePort(), Set.copyOf(settings.domains()), responses);
    this.authority =
        new AcmeAuthority(settings, pems, responses, settings.challengePort().getPort(), random);
  }

  /**
   * Opens the port for challenges, and gets the first certificate if there is none to be used.
   *
   * @param listener is told of renewals that failed, by the thread that calls {@link #tick}
   * @throws CertificateRefused if there is no certificate and the authority issues none
   */
  public static AcmeCertificate open(
      AcmeSettings settings,
      InstantSource clock,
      SecureRandom random,
      Consumer<CertificateEvent> listener)
      throws CertificateRefused {
    AcmeCertificate certificate = new AcmeCertificate(checked(settings), clock, random, listener);
    try {
      certificate.first();
      return certificate;
    } catch (CertificateRefused | RuntimeException e) {
      certificate.close();
      throw e;
    }
  }

  private static AcmeSettings checked(AcmeSettings settings) throws CertificateRefused {
    if (!"https".equals(settings.directory().getScheme())) {
      throw new CertificateRefused(
          "'%s' is no address of a certificate authority.".formatted(settings.directory()),
          "Give the https:// address of its ACME directory.");
    }
    List<String> domains = new ArrayList<>();
    for (String domain : settings.domains()) {
      HostName host = HostName.of(domain);
      if (host.address() || host.text().startsWith("*")) {
        throw new CertificateRefused(
            "An http-01 challenge can prove no %s such as '%s'."
                .formatted(host.address() ? "address" : "wildcard", domain),
            "Give the DNS names of this server, one by one.");
      }
      domains.add(host.text());
    }
    return settings.withDomains(domains);
  }

  /** Where the pair is. */
  public CertificateFiles files() {
    return pems.files();
  }

  /** Renews the certificate if it is time. To be called every now and then; may take a minute. */
  public synchronized void tick() throws InterruptedException {
    Instant now = clock.instant();
    boolean due = shown.isEmpty() || !now.isBefore(RenewalPlan.due(shown.get().leaf()));
    if (!due || now.isBefore(state.notBefore())) {
      return;
    }
    try {
      issue();
    } catch (CertificateRefused e) {
      shown.ifPresent(it -> listener.accept(new CertificateEvent.Kept(it, e)));
    }
  }

  @Override
  public void close() {
    port.close();
  }

  private void first() throws CertificateRefused {
    shown = present().filter(this::asWished);
    if (shown.isPresent()) {
      return;
    }
    authority.check(); // what a person has to mend first is no failed attempt
    if (clock.instant().isBefore(state.notBefore())) {
      throw new CertificateRefused(
          "There is no certificate yet, and the last attempts to get one failed (%d)."
              .formatted(state.failures()),
          "The authority is left alone until %s; delete %s to ask it at once."
              .formatted(state.notBefore(), AcmeState.file(pems)));
    }
    try {
      issue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CertificateRefused("It was stopped.", "Start it again.", e);
    }
  }

  private void issue() throws CertificateRefused, InterruptedException {
    try {
      ServerIdentity issued = authority.issue();
      pems.write(issued);
      shown = Optional.of(issued);
      remember(state.issued(settings.directory().toString()));
    } catch (CertificateRefused e) {
      remember(state.failed(clock.instant(), AcmeProblem.retryAfter(e)));
      throw e;
    } catch (RuntimeException e) { // a defect must not ask the authority every minute either
      remember(state.failed(clock.instant(), Instant.EPOCH));
      throw e;
    } catch (IOException e) {
      remember(state.failed(clock.instant(), Instant.EPOCH));
      throw new CertificateRefused(
          "The certificate was issued and cannot be kept in %s.".formatted(pems.folder()),
          "Check that the folder can be written to and that there is space left.",
          e);
    }
  }

  private void remember(AcmeState next) {
    state = next;
    try {
      next.write(pems);
    } catch (IOException e) {
      LOG.warn("{} cannot be written", AcmeState.file(pems), e);
    }
  }

  private Optional<ServerIdentity> present() {
    try {
      return Optional.of(pems.files().read(clock.instant()));
    } catch (CertificateRefused e) {
      return Optional.empty(); // none yet, expired, or damaged: then another one is got
    }
  }

  /** Other domains, or another authority than last time, want another certificate. */
  private boolean asWished(ServerIdentity present) {
    return new TreeSet<>(present.names()).equals(new TreeSet<>(settings.domains()))
        && state.directory().equals(settings.directory().toString());
  }
}
