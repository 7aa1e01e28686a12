package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.factor.totp.HashAlgorithm;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** How a device computes. */
final class TotpOptions {

  @Option(
      names = "--algorithm",
      paramLabel = "HASH",
      completionCandidates = Words.OtpHashes.class,
      description = "SHA1 (usual, and all that many apps know), SHA256 or SHA512.")
  private String algorithm = "SHA1";

  @Option(names = "--digits", paramLabel = "NUMBER", description = "6 (usual) or 8.")
  private int digits = 6;

  @Option(names = "--period", paramLabel = "SECONDS", description = "30 (usual) or 60.")
  private int period = 30;

  Totp totp() throws Failure {
    try {
      return new Totp(
          HashAlgorithm.of(algorithm)
              .orElseThrow(
                  () -> new IllegalArgumentException("The algorithm is SHA1, SHA256 or SHA512.")),
          digits,
          period);
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  /** A secret or an otpauth URI, asked for or piped in, never an option. */
  OtpAuth secret(CommandContext context) throws Failure {
    char[] typed =
        SecretQuestion.ask(context, false, "Secret (base32, or otpauth URI): ", "secret");
    try {
      return OtpAuth.parse(new String(typed), totp());
    } catch (IllegalArgumentException e) {
      throw usage(e);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static Failure usage(IllegalArgumentException cause) {
    return new Failure(
        new Advice(
            Advice.Kind.USAGE, String.valueOf(cause.getMessage()), "Nothing was changed.", "", ""));
  }
}
