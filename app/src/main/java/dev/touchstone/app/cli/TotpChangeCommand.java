package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What takes something away from a user's device. */
abstract class TotpChangeCommand extends TotpUserCommand {

  @Mixin private ChangeOptions change = new ChangeOptions();

  TotpChangeCommand(RootCommand root) {
    super(root);
  }

  boolean wanted(String preview) throws Failure {
    return change.wanted(root.context(), List.of(preview), true);
  }

  /** {@code touchstone totp disable} */
  @Command(
      name = "disable",
      header = "Forget a user's device and recovery codes",
      description = {"", "The user then signs in and recovers without them.", ""})
  static final class Disable extends TotpChangeCommand {
    Disable(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      TotpDevices.State state = useCases.totp().state(user());
      String preview =
          state.totp().isEmpty()
              ? "'%s' has no device.".formatted(Visible.line(user()))
              : "Would forget the device of '%s' and %d recovery codes."
                  .formatted(Visible.line(user()), state.recoveryCodes());
      boolean done = state.totp().isPresent() && wanted(preview) && useCases.totp().disable(user());
      answer(
          _ -> TotpDocuments.disabled(done, user()),
          done ? List.of("Forgotten.") : List.of(preview, "Nothing was changed."));
      return ExitCode.DONE;
    }
  }

  /** {@code touchstone totp recovery-codes} */
  @Command(
      name = "recovery-codes",
      header = "Make recovery codes in the place of all before",
      description = {"", "They are printed, this once; those before are good no more.", ""})
  static final class Recovery extends TotpChangeCommand {
    Recovery(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      String preview =
          "Would make new recovery codes for '%s'; %d unused ones are good no more then."
              .formatted(Visible.line(user()), useCases.totp().state(user()).recoveryCodes());
      if (!wanted(preview)) {
        answer(
            _ -> TotpDocuments.codes(false, user(), List.of()),
            List.of(preview, "Nothing was changed."));
        return ExitCode.DONE;
      }
      List<String> codes = useCases.totp().recoveryCodes(user());
      answer(_ -> TotpDocuments.codes(true, user(), codes), TotpConfirmCommand.text(codes));
      return ExitCode.DONE;
    }
  }
}
