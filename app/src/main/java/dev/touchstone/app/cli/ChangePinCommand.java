package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ChangePin;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone pin change} */
@Command(
    name = "change",
    header = "Change the PIN of a key",
    description = {
      "",
      "The current PIN is typed once and the new one twice, without echo. A wrong current PIN costs"
          + " one try; it is never tried again by the program.",
      ""
    })
final class ChangePinCommand extends TouchstoneCommand {

  @Option(
      names = "--pin-stdin",
      description = "Read two lines from standard input: the current PIN, then the new one.")
  private boolean fromStandardInput;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a hardware key is changed.")
  private boolean yes;

  @Mixin private WhichKey which = new WhichKey();

  ChangePinCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    PinQuestions questions = new PinQuestions(root.context(), fromStandardInput);
    ChangePin change = useCases.keys().changePin();
    KeyPin before = change.preview(new ChangePin.Request(which.key()));
    questions.consent(before.key(), "change the PIN", yes);
    Pin current = questions.current(before.state().triesLeft().orElse(0));
    try {
      KeyDevice key =
          change.apply(
              new ChangePin.Request(Optional.of(before.key().id())),
              current,
              questions.fresh(before.key(), before.state().rules()),
              root.context().cancellation());
      answer(
          documents -> documents.pinTaken(key),
          List.of("%s has its new PIN.".formatted(PinQuestions.name(key))));
      return ExitCode.DONE;
    } finally {
      current.destroy();
    }
  }
}
