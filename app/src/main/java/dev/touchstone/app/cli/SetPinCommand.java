package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone pin set} */
@Command(
    name = "set",
    header = "Give a key its first PIN",
    description = {
      "",
      "The PIN is typed twice, without echo. There is no way back but a reset, which deletes all"
          + " credentials on the key, so a hardware key is only changed after a question.",
      ""
    })
final class SetPinCommand extends TouchstoneCommand {

  @Option(
      names = "--pin-stdin",
      description = "Read the new PIN from the first line of standard input.")
  private boolean fromStandardInput;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a hardware key is changed.")
  private boolean yes;

  @Mixin private WhichKey which = new WhichKey();

  SetPinCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    PinQuestions questions = new PinQuestions(root.context(), fromStandardInput);
    SetPin set = useCases.keys().setPin();
    KeyPin before = set.preview(new SetPin.Request(which.key()));
    questions.consent(before.key(), "set the PIN", yes);
    Pin pin = questions.fresh(before.key(), before.state().rules());
    KeyDevice key =
        set.apply(
            new SetPin.Request(Optional.of(before.key().id())), pin, root.context().cancellation());
    answer(
        documents -> documents.pinTaken(key),
        List.of("%s has a PIN now.".formatted(PinQuestions.name(key))));
    return ExitCode.DONE;
  }
}
