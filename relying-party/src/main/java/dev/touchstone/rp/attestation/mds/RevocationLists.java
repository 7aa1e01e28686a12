package dev.touchstone.rp.attestation.mds;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where lists of revoked certificates come from (RFC 5280 §5). */
public interface RevocationLists {

  /** What was found for one certificate. */
  sealed interface Answer {

    /** The lists that the certificate names, not yet verified. */
    record Found(List<X509CRL> lists) implements Answer {}

    /** The certificate names none. */
    record NoneNamed() implements Answer {}

    /**
     * It names some, and none could be had.
     *
     * @param because a clause
     */
    record Unreachable(String because) implements Answer {}
  }

  /** Looks for the lists on which this certificate would stand. */
  Answer forCertificate(X509Certificate certificate);

  /** Where nothing shall be fetched. */
  static RevocationLists offline() {
    return certificate -> new Answer.Unreachable("nothing is fetched now");
  }
}
