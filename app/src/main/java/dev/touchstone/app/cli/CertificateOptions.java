package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.ServerAddress;
import dev.touchstone.app.request.send.Limits;
import dev.touchstone.app.request.send.Wish;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which certificate of a server is accepted that this Java does not trust. */
final class CertificateOptions {

  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description = "Accept this one certificate and no other.")
  private @Nullable String pin;

  @Option(
      names = {"-k", "--insecure"},
      description = "Accept any certificate, for once.")
  private boolean insecure;

  /** The SHA-256 of the only one, as it was typed. */
  Optional<String> pin() {
    return Optional.ofNullable(pin);
  }

  /**
   * A request within these limits.
   *
   * @throws Failure if the pin is no SHA-256
   */
  Wish wish(Limits limits) throws Failure {
    return new Wish(ServerAddress.pin(pin()), insecure, limits);
  }
}
