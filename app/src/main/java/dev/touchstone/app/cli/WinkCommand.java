package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.WinkKey;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone wink} */
@Command(
    name = "wink",
    header = "Have a key show which one it is",
    description = {
      "",
      "Its light blinks for a moment, without asking for a touch. Keys on USB can, if they say so;"
          + " keys in card readers cannot.",
      ""
    })
final class WinkCommand extends TouchstoneCommand {

  @Mixin private WhichKey which = new WhichKey();

  WinkCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    KeyDevice key = useCases.keys().wink().run(new WinkKey.Request(which.key()));
    answer(
        documents -> documents.pinTaken(key),
        List.of("%s (%s) was asked to wink.".formatted(Visible.line(key.title()), key.id())));
    return ExitCode.DONE;
  }
}
