package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/** What an authority's refusal means, in sentences. */
final class AcmeProblem {

  private static final int LONGEST_DETAIL = 400;

  private AcmeProblem() {}

  static CertificateRefused of(URI directory, AcmeException failure) {
    return switch (failure) {
      case AcmeNetworkException network ->
          new CertificateRefused(
              "The certificate authority at %s cannot be reached.".formatted(directory),
              "Check --acme-directory and the way to it; the root of an authority of your own is"
                  + " named with --acme-root.",
              network);
      case AcmeUserActionRequiredException action ->
          new CertificateRefused(
              "The certificate authority wants its terms of service to be accepted anew.",
              "Read them at %s, and give --acme-accept-terms."
                  .formatted(
                      action.getTermsOfServiceUri().map(URI::toString).orElse(words(action))),
              action);
      case AcmeRateLimitedException limit ->
          new CertificateRefused(
              "The certificate authority allows no more for now: %s".formatted(words(limit)),
              limit
                  .getRetryAfter()
                  .map("It will after %s; until then the server asks no more."::formatted)
                  .orElse("Wait; its documentation says for how long."),
              limit);
      case AcmeServerException refused ->
          new CertificateRefused(
              "The certificate authority refused: %s".formatted(words(refused)),
              "Check the domains and the account that are asked for.",
              refused);
      default ->
          new CertificateRefused(
              "What the certificate authority at %s answered is not ACME: %s"
                  .formatted(directory, oneLine(String.valueOf(failure.getMessage()))),
              "Check that --acme-directory is the address of its directory (RFC 8555 §7.1.1).",
              failure);
    };
  }

  /** The authority asked us for its token and did not get it. */
  static CertificateRefused challenge(String domain, int port, Optional<Problem> problem) {
    return new CertificateRefused(
        "The certificate authority could not see that %s is this server: %s"
            .formatted(domain, problem.map(AcmeProblem::words).orElse("it did not say why.")),
        "Check that the name's address leads here, and that port 80 there reaches port %d here."
            .formatted(port));
  }

  /** When the authority can be asked again, if it said so. */
  static Instant retryAfter(CertificateRefused refused) {
    return refused.getCause() instanceof AcmeRateLimitedException limit
        ? limit.getRetryAfter().orElse(Instant.EPOCH)
        : Instant.EPOCH;
  }

  private static String words(AcmeServerException failure) {
    return words(failure.getProblem());
  }

  private static String words(Problem problem) {
    StringBuilder words = new StringBuilder(problem.getDetail().orElse(problem.toString()));
    problem
        .getSubProblems()
        .forEach(it -> it.getDetail().ifPresent(detail -> words.append("; ").append(detail)));
    return oneLine(words.toString());
  }

  /** It comes from elsewhere, and goes into a log. */
  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    String cut = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    return cut.endsWith(".") ? cut : cut + ".";
  }
}
