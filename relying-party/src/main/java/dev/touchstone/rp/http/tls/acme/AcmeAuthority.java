package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import dev.touchstone.rp.http.tls.certificate.ServerKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;

/** One certificate from the authority: account, order, challenges, certificate (RFC 8555 §7). */
final class AcmeAuthority {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final AcmeSettings settings;
  private final PemFolder pems;
  private final ChallengeResponses responses;
  private final int challengePort;
  private final SecureRandom random;

  AcmeAuthority(
      AcmeSettings settings,
      PemFolder pems,
      ChallengeResponses responses,
      int challengePort,
      SecureRandom random) {
    this.settings = settings;
    this.pems = pems;
    this.responses = responses;
    this.challengePort = challengePort;
    this.random = random;
  }

  /**
   * Gets a certificate for a new key.
   *
   * @throws CertificateRefused if the authority does not issue one
   * @throws InterruptedException if this thread is to stop
   */
  ServerIdentity issue() throws CertificateRefused, InterruptedException {
    try {
      Order order = login().newOrder().domains(settings.domains()).create();
      for (Authorization authorization : order.getAuthorizations()) {
        authorize(authorization);
      }
      KeyPair key = ServerKey.make(random);
      if (order.waitUntilReady(PATIENCE) != Status.READY) {
        throw unfinished(order);
      }
      order.execute(key);
      if (order.waitForCompletion(PATIENCE) != Status.VALID) {
        throw unfinished(order);
      }
      return new ServerIdentity(order.getCertificate().getCertificateChain(), key.getPrivate());
    } catch (AcmeException e) {
      throw AcmeProblem.of(settings.directory(), e);
    } catch (AcmeLazyLoadingException e) { // a getter asked the authority once more
      throw AcmeProblem.of(
          settings.directory(),
          e.getCause() instanceof AcmeException cause ? cause : new AcmeException("", e));
    }
  }

  /**
   * Whether the settings are such that the authority can be asked at all.
   *
   * @throws CertificateRefused if a person has to change them, or the authority is not there
   */
  void check() throws CertificateRefused {
    try {
      var _ = terms(session());
    } catch (AcmeException e) {
      throw AcmeProblem.of(settings.directory(), e);
    }
  }

  private Session session() throws CertificateRefused {
    return settings.trustedRoot().isPresent()
        ? new Session(settings.directory(), TrustedProvider.of(settings.trustedRoot().get()))
        : new Session(settings.directory());
  }

  private Optional<URI> terms(Session session) throws AcmeException, CertificateRefused {
    Optional<URI> terms = session.getMetadata().getTermsOfService();
    if (terms.isPresent() && !settings.termsAccepted()) {
      throw new CertificateRefused(
          "The certificate authority has terms of service, and nobody has accepted them.",
          "Read them at %s, then give --acme-accept-terms.".formatted(terms.get()));
    }
    if (settings.externalAccount().isEmpty() && session.getMetadata().isExternalAccountRequired()) {
      throw new CertificateRefused(
          "The certificate authority serves its customers only.",
          "Give what it gave you: --acme-eab-key-id and --acme-eab-mac-key-file.");
    }
    return terms;
  }

  private Login login() throws AcmeException, CertificateRefused {
    Session session = session();
    // To the authority a key is an account: to register one that it knows gives that account.
    AccountBuilder account = new AccountBuilder().useKeyPair(AccountKey.open(pems, random));
    settings.email().ifPresent(account::addEmail);
    if (terms(session).isPresent()) {
      account.agreeToTermsOfService();
    }
    if (settings.externalAccount().isPresent()) {
      bind(account, settings.externalAccount().get());
    }
    return account.createLogin(session);
  }

  private static void bind(AccountBuilder account, AcmeSettings.ExternalAccount external)
      throws CertificateRefused {
    try {
      account.withKeyIdentifier(external.keyId(), Files.readString(external.macKeyFile()).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new CertificateRefused(
          "The MAC key in %s cannot be used.".formatted(external.macKeyFile()),
          "Write it there as the authority gave it: one line of base64url.",
          e);
    }
  }

  private void authorize(Authorization authorization)
      throws AcmeException, CertificateRefused, InterruptedException {
    if (authorization.getStatus() == Status.VALID) {
      return;
    }
    String domain = authorization.getIdentifier().getDomain();
    Http01Challenge challenge =
        authorization
            .findChallenge(Http01Challenge.class)
            .orElseThrow(() ->
                new CertificateRefused(
                    "The certificate authority offers no http-01 challenge for %s."
                        .formatted(domain),
                    "Take another authority, or have the certificate issued by another"
                        + " program and name its files."));
    responses.open(challenge.getToken(), challenge.getAuthorization());
    try {
      challenge.trigger();
      if (challenge.waitForCompletion(PATIENCE) != Status.VALID) {
        throw AcmeProblem.challenge(domain, challengePort, challenge.getError());
      }
    } finally {
      responses.close(challenge.getToken());
    }
  }

  private CertificateRefused unfinished(Order order) {
    return new CertificateRefused(
        "The certificate authority did not finish the order: %s."
            .formatted(
                order
                    .getError()
                    .flatMap(it -> it.getDetail())
                    .orElse("it is " + order.getStatus().name().toLowerCase(Locale.ROOT))),
        "It is tried again later; the authority's own pages may say what is the matter.");
  }
}
