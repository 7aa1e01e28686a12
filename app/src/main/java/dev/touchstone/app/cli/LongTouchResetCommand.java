package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.EnableLongTouchForReset;
import dev.touchstone.key.manage.setting.SettingChange;
import picocli.CommandLine.Command;

/** {@code touchstone config long-touch-reset} */
@Command(
    name = "long-touch-reset",
    header = "Have a reset of the key take a long touch",
    description = {"", "So that nobody resets the key by chance. A reset alone takes it back.", ""})
final class LongTouchResetCommand extends ChangeSettingCommand {

  LongTouchResetCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return new EnableLongTouchForReset();
  }
}
