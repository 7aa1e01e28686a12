package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code touchstone totp} */
@Command(
    name = "totp",
    header = "Devices that compute one-time passwords, for users who have one",
    description = {
      "",
      "A device is told a secret, as a QR code, and is a factor from its first correct code on.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone totp enable --user ada",
      "  touchstone totp show-qr --user ada --file ada.png",
      "  touchstone totp confirm --user ada",
      "  touchstone totp calculate < secret.txt"
    })
final class TotpCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "What is to be done? Name a command of 'totp'.");
  }

  /** {@code touchstone totp show} */
  @Command(
      name = "show",
      header = "Show whether a user has a device",
      description = {"", "Never its secret.", ""})
  static final class Show extends TotpUserCommand {
    Show(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      TotpDevices.State state = useCases.totp().state(user());
      answer(_ -> TotpDocuments.state(user(), state), List.of(text(state)));
      return ExitCode.DONE;
    }

    private String text(TotpDevices.State state) {
      String name = Visible.line(user());
      if (state.totp().isEmpty()) {
        return "'%s' has no device for one-time passwords.".formatted(name);
      }
      String since = state.confirmed().map(Instant::toString).orElse("");
      return since.isEmpty()
          ? "The device of '%s' waits for its first code.".formatted(name)
          : "The device of '%s' is a factor since %s; %d recovery codes are unused."
              .formatted(name, since, state.recoveryCodes());
    }
  }
}
