package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.SetAlwaysUv;
import dev.touchstone.key.manage.setting.SettingChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone config always-uv on|off} */
@Command(
    name = "always-uv",
    header = "Have the key verify its person on every use, or not",
    description = {
      "",
      "With it on, every registration and sign-in asks for the PIN or a finger, also where a website wants"
          + " no more than a touch. It can be switched back.",
      ""
    })
final class AlwaysUvCommand extends ChangeSettingCommand {

  /** What stands after the command's name. */
  enum Switch {
    on,
    off
  }

  @Parameters(index = "0", paramLabel = "on|off", description = "What it is to be.")
  private Switch state = Switch.on;

  AlwaysUvCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return new SetAlwaysUv(state == Switch.on);
  }
}
