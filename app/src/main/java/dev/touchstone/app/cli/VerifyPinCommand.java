package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.VerifyPin;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone pin verify} */
@Command(
    name = "verify",
    header = "Find out whether you have the PIN of a key",
    description = {
      "",
      "The key is asked for the least that a PIN opens, and nothing is done with that. A wrong PIN"
          + " costs one try, as everywhere; the right one gives all tries back.",
      ""
    })
final class VerifyPinCommand extends TouchstoneCommand {

  @Mixin private KeyOptions which = new KeyOptions();

  VerifyPinCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    TerminalWatcher watcher = which.watcher(root.context(), useCases);
    KeyPin pin =
        useCases
            .keys()
            .verifyPin()
            .run(new VerifyPin.Request(which.key()), watcher, root.context().cancellation());
    answer(
        documents -> documents.keyPin(pin),
        List.of(
            "That is the PIN of %s. %d tries are left."
                .formatted(PinQuestions.name(pin.key()), pin.state().triesLeft().orElse(0))));
    return ExitCode.DONE;
  }
}
