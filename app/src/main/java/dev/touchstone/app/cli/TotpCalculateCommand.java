package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone totp calculate} */
@Command(
    name = "calculate",
    header = "Compute a one-time password from a secret",
    description = {
      "",
      "For support and tests (RFC 6238). The secret, in base32 or as an otpauth URI, is asked for"
          + " or read from standard input, and kept nowhere.",
      ""
    })
final class TotpCalculateCommand extends TouchstoneCommand {

  @Mixin private TotpOptions options = new TotpOptions();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When, as 2026-11-21T10:15:30Z; now unless given.")
  private @Nullable Instant at;

  TotpCalculateCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    OtpAuth told = options.secret(root.context());
    Totp totp = told.totp();
    Instant when = at == null ? useCases.clock().instant() : at;
    String code = totp.code(told.secret(), totp.step(when));
    long left = (long) totp.period() - Math.floorMod(when.getEpochSecond(), totp.period());
    answer(_ -> TotpDocuments.calculated(code, totp, when, left), List.of(code));
    return ExitCode.DONE;
  }
}
