package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone config min-pin-length N} */
@Command(
    name = "min-pin-length",
    header = "Raise the least length of a PIN",
    description = {
      "",
      "It can only be raised; a reset alone lowers it again. If the PIN is shorter then, it has to be"
          + " changed before the key takes it again.",
      ""
    })
final class MinPinLengthCommand extends ChangeSettingCommand {

  @Parameters(index = "0", paramLabel = "N", description = "Characters, as Unicode code points.")
  private int length;

  @Option(
      names = "--rp",
      paramLabel = "RP-ID",
      description =
          "A relying party that may learn the least length, in place of those before. Repeatable.")
  private List<String> rpIds = new ArrayList<>();

  @Option(names = "--force-change", description = "The PIN has to be changed in any case.")
  private boolean forceChange;

  MinPinLengthCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return new SetPinRules(OptionalInt.of(length), rpIds, forceChange, false);
  }
}
