package dev.touchstone.rp.http.tls.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A certificate or its key cannot be used. Both sentences are meant for a person and hold no
 * secret.
 */
public final class CertificateRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String happened;
  private final String next;

  public CertificateRefused(String happened, String next, @Nullable Throwable cause) {
    super(happened + " " + next, cause);
    this.happened = happened;
    this.next = next;
  }

  public CertificateRefused(String happened, String next) {
    this(happened, next, null);
  }

  /** What is wrong, one sentence. */
  public String happened() {
    return happened;
  }

  /** What to do, one sentence. */
  public String next() {
    return next;
  }
}
