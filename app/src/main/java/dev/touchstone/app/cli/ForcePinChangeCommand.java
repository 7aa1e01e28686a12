package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import picocli.CommandLine.Command;

/** {@code touchstone config force-pin-change} */
@Command(
    name = "force-pin-change",
    header = "Have the PIN changed before it is taken again",
    description = {"", "For keys that are handed out with a PIN that somebody else knows.", ""})
final class ForcePinChangeCommand extends ChangeSettingCommand {

  ForcePinChangeCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return SetPinRules.changeOfPin();
  }
}
