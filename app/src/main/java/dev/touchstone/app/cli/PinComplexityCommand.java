package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** {@code touchstone config pin-complexity} */
@Command(
    name = "pin-complexity",
    header = "Have the key refuse PINs that are easy to guess",
    description = {
      "",
      "Which ones these are is for the key to say. The PIN that is set has to be changed, as the key"
          + " cannot tell how simple it is. A reset alone takes it back.",
      ""
    })
final class PinComplexityCommand extends ChangeSettingCommand {

  PinComplexityCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return new SetPinRules(OptionalInt.empty(), List.of(), false, true);
  }
}
