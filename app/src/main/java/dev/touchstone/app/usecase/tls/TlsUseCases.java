package dev.touchstone.app.usecase.tls;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What can be done about the server's certificate. */
public final class TlsUseCases {

  private final Path data;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Does nothing yet.
   *
   * @param data folder in which a certificate is kept if no other one is named
   */
  public TlsUseCases(Path data, InstantSource clock, SecureRandom random) {
    this.data = data;
    this.clock = clock;
    this.random = random;
  }

  public MakeDevelopmentCertificate makeDevelopmentCertificate() {
    return new MakeDevelopmentCertificate(data.resolve("tls"), clock, random);
  }

  public CheckCertificate checkCertificate() {
    return new CheckCertificate(clock);
  }
}
