package dev.touchstone.app.usecase.tls;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;

/** A refused certificate, told to a person. */
public final class TlsAdvice {

  private TlsAdvice() {}

  /** The exception already says both sentences. */
  public static Failure failure(CertificateRefused refused) {
    return new Failure(
        new Advice(Advice.Kind.FAILED, refused.happened(), "", refused.next(), ""), refused);
  }
}
