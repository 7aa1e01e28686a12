package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.mds.RevocationLists.Answer;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a certificate on the path of a BLOB's signer was revoked (RFC 5280 §6.3). A list that
 * cannot be had is no reason to refuse: who can cut the wire to the list could else keep an old
 * BLOB in force. It is said.
 */
record RevocationCheck(RevocationLists lists, Instant now) {

  private static final String TITLE = "No certificate was revoked";

  /** What one certificate came to. */
  private record Finding(boolean revoked, boolean looked, String sentence) {}

  /**
   * Looks at each certificate but the last.
   *
   * @param path the signer first, the root last
   */
  BlobCheck of(List<X509Certificate> path) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      findings.add(one(path.get(i), path.get(i + 1), i + 1));
    }
    for (Finding finding : findings) {
      if (finding.revoked()) {
        return BlobCheck.failed(TITLE, finding.sentence());
      }
    }
    String sentences = String.join(" ", findings.stream().map(Finding::sentence).toList());
    return findings.stream().allMatch(Finding::looked)
        ? BlobCheck.passed(TITLE, sentences)
        : BlobCheck.noted(TITLE, sentences);
  }

  private Finding one(X509Certificate certificate, X509Certificate issuer, int number) {
    return switch (lists.forCertificate(certificate)) {
      case Answer.NoneNamed() ->
          new Finding(
              false, false, "Certificate %d names no list of revoked ones.".formatted(number));
      case Answer.Unreachable(String because) ->
          new Finding(
              false,
              false,
              "Whether certificate %d was revoked is not known, because %s."
                  .formatted(number, because));
      case Answer.Found(List<X509CRL> found) -> looked(certificate, issuer, number, found);
    };
  }

  private Finding looked(
      X509Certificate certificate, X509Certificate issuer, int number, List<X509CRL> found) {
    List<X509CRL> usable = found.stream().filter(list -> isUsable(list, issuer)).toList();
    if (usable.isEmpty()) {
      return new Finding(
          false,
          false,
          "Whether certificate %d was revoked is not known, because the list is out of date or not its issuer's."
              .formatted(number));
    }
    for (X509CRL list : usable) {
      X509CRLEntry entry = list.getRevokedCertificate(certificate);
      if (entry != null) {
        return new Finding(
            true,
            true,
            "Certificate %d was revoked on %s. Do not use this BLOB; ask who published it."
                .formatted(
                    number,
                    LocalDate.ofInstant(entry.getRevocationDate().toInstant(), ZoneOffset.UTC)));
      }
    }
    return new Finding(
        false, true, "Certificate %d is not on its issuer's list.".formatted(number));
  }

  private boolean isUsable(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey());
    } catch (GeneralSecurityException e) {
      return false;
    }
    boolean current =
        list.getNextUpdate() == null || now.isBefore(list.getNextUpdate().toInstant());
    return current
        && list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
        && !list.hasUnsupportedCriticalExtension();
  }
}
