package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;

/** One thing that an administrator may want of a key, CTAP 2.3 §6.11. */
public sealed interface SettingChange
    permits SetAlwaysUv, SetPinRules, EnableEnterpriseAttestation, EnableLongTouchForReset {

  /** What it would do to a key that tells this of itself. */
  SettingPreview preview(GetInfo.Reply info);

  /** The subcommand that does it. */
  AuthenticatorConfig.Setting command();

  /** Whether a key that tells this of itself is as it was to be, as far as it tells. */
  boolean isDone(GetInfo.Reply info);

  /** Why the person is asked for the PIN, one sentence. */
  default String reason() {
    return "The PIN permits changing a setting of the key.";
  }
}
