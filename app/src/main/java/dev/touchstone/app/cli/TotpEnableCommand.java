package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone totp enable} */
@Command(
    name = "enable",
    header = "Begin with a device for one-time passwords",
    description = {
      "",
      "Prints the otpauth URI that the device is told; 'totp show-qr' draws it. With --import the"
          + " device has its secret already: that is asked for, or read from standard input.",
      ""
    })
final class TotpEnableCommand extends TotpUserCommand {

  @Mixin private TotpOptions options = new TotpOptions();

  @Option(names = "--import", description = "Take over a secret that a device has already.")
  private boolean imported;

  @Mixin private ChangeOptions change = new ChangeOptions();

  TotpEnableCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Optional<OtpAuth> theirs =
        imported ? Optional.of(options.secret(root.context())) : Optional.empty();
    Totp totp = theirs.isPresent() ? theirs.get().totp() : options.totp();
    boolean waits = useCases.totp().state(user()).totp().isPresent();
    String preview =
        "Would begin with a device for '%s': %s, %d digits, %d seconds.%s"
            .formatted(
                Visible.line(user()),
                totp.algorithm(),
                totp.digits(),
                totp.period(),
                waits ? " One that is not confirmed is forgotten." : "");
    if (!change.wanted(root.context(), List.of(preview), !imported)) {
      answer(
          _ -> TotpDocuments.enabled(false, user(), totp, null),
          List.of(preview, "Nothing was changed."));
      return ExitCode.DONE;
    }
    OtpAuth told = useCases.totp().enable(user(), totp, theirs);
    answer(
        _ -> TotpDocuments.enabled(true, user(), totp, told.uri()),
        List.of(told.uri(), "Not a factor yet: touchstone totp confirm --user NAME"));
    return ExitCode.DONE;
  }
}
