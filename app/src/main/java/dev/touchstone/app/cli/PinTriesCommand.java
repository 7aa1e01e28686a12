package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.ShowPin;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.PinState;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone pin tries} */
@Command(
    name = "tries",
    header = "Tell whether a key has a PIN, and how many tries are left",
    description = {"", "It costs no try.", ""})
final class PinTriesCommand extends TouchstoneCommand {

  @Mixin private WhichKey which = new WhichKey();

  PinTriesCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    KeyPin pin = useCases.keys().showPin().run(new ShowPin.Request(which.key()));
    answer(documents -> documents.keyPin(pin), text(pin));
    return ExitCode.DONE;
  }

  private List<String> text(KeyPin pin) {
    List<String> lines = new ArrayList<>();
    for (String sentence : sentences(pin)) {
      lines.addAll(Paragraph.lines(sentence, terminal().columns()));
    }
    return lines;
  }

  private static List<String> sentences(KeyPin pin) {
    PinState state = pin.state();
    String name = PinQuestions.name(pin.key());
    return switch (state.pin()) {
      case ABSENT -> List.of("%s can have no PIN.".formatted(name));
      case NOT_SET_UP ->
          List.of(
              "%s has no PIN yet.".formatted(name),
              "Set one with 'touchstone pin set'; it needs at least %d characters."
                  .formatted(state.rules().minimumLength()));
      case READY -> {
        List<String> sentences = new ArrayList<>();
        sentences.add("%s has a PIN. %s".formatted(name, tries(state.triesLeft().orElse(0))));
        state
            .uvTriesLeft()
            .ifPresent(left ->
                sentences.add(
                    left == 0
                        ? "Its own verification, such as a finger, is blocked until the PIN is"
                            + " given."
                        : "Of its own verification, such as a finger, %d %s left."
                            .formatted(left, left == 1 ? "try is" : "tries are")));
        if (state.replugNeeded()) {
          sentences.add("It takes none before it is plugged in again.");
        }
        if (state.changeRequired()) {
          sentences.add("It wants another one first: change it with 'touchstone pin change'.");
        }
        yield sentences;
      }
    };
  }

  private static String tries(int left) {
    return switch (left) {
      case 0 -> "No tries are left: only a reset, which deletes every credential, helps.";
      case 1 -> "One try is left: after it the key locks itself for good.";
      default -> left + " tries are left.";
    };
  }
}
