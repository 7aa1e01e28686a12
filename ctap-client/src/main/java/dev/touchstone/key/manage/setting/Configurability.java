package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.setting.SettingPreview.Impossible;
import java.util.Optional;

/** Whether a key takes a subcommand of authenticatorConfig at all, CTAP 2.3 §6.4 and §6.11. */
final class Configurability {

  private static final String ANOTHER_KEY =
      "Take another key; 'touchstone info' shows what this one can do.";

  private Configurability() {}

  /**
   * Why not; empty if it does.
   *
   * @param name of the setting
   * @param now how it is
   * @param known whether the key has that setting, by its options
   */
  static Optional<Impossible> obstacle(
      GetInfo.Reply info,
      AuthenticatorConfig.Setting setting,
      String name,
      String now,
      boolean known) {
    KeyOptions options = info.options();
    if (info.isU2fOnly()) {
      return Optional.of(
          new Impossible(name, "", "This key speaks U2F only: it has no settings.", ANOTHER_KEY));
    }
    if (!options.authenticatorConfig()) {
      return Optional.of(
          new Impossible(
              name,
              "",
              "The settings of this key cannot be changed: it does not know authenticatorConfig,"
                  + " which came with CTAP 2.1.",
              ANOTHER_KEY));
    }
    boolean listed =
        info.administration()
            .configCommands()
            .map(commands -> commands.contains(setting.number()))
            .orElse(true);
    if (!known || !listed) {
      return Optional.of(
          new Impossible(name, "", "This key does not have this setting.", ANOTHER_KEY));
    }
    if (options.alwaysUserVerification()
        && !isProtected(info)
        && !(setting instanceof AuthenticatorConfig.ToggleAlwaysUv)) {
      return Optional.of(
          new Impossible(
              name,
              now,
              "This key always wants its person verified, but has neither PIN nor finger yet.",
              "Set a PIN first."));
    }
    return Optional.empty();
  }

  /** Whether the key wants proof that a person was verified. */
  static boolean isProtected(GetInfo.Reply info) {
    return info.options().clientPin() == Feature.READY
        || info.options().builtInUserVerification() == Feature.READY;
  }
}
