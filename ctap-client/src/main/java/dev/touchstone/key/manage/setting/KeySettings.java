package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.manage.NewPinRules;
import java.util.List;
import java.util.OptionalInt;

/**
 * How the settings of a key stand, and what can be changed about each.
 *
 * @param info what the key told
 */
public record KeySettings(GetInfo.Reply info) {

  /** Verification on every use: the change to the other of on and off. */
  public SettingPreview alwaysUv() {
    return new SetAlwaysUv(!info.options().alwaysUserVerification()).preview(info);
  }

  /** The minimum length of a PIN: the change to one character more. */
  public SettingPreview minimumPinLength() {
    return SetPinRules.minimumLength(Math.min(info.minPinLength() + 1, info.maxPinLength()))
        .preview(info);
  }

  /** A change of the PIN that has to come first. */
  public SettingPreview forcedChangeOfPin() {
    return SetPinRules.changeOfPin().preview(info);
  }

  /** Refusing PINs that are easy to guess. */
  public SettingPreview pinComplexity() {
    return new SetPinRules(OptionalInt.empty(), List.of(), false, true).preview(info);
  }

  public SettingPreview enterpriseAttestation() {
    return new EnableEnterpriseAttestation().preview(info);
  }

  public SettingPreview longTouchForReset() {
    return new EnableLongTouchForReset().preview(info);
  }

  /** What this change would do. */
  public SettingPreview preview(SettingChange change) {
    return change.preview(info);
  }

  /** How many relying parties may be told the minimum length; 0 where none can. */
  public int maxRpIds() {
    return info.supportsExtension("minPinLength") ? info.pinPolicy().maxRpIds() : 0;
  }

  public NewPinRules pinRules() {
    return NewPinRules.of(info);
  }

  /** Whether every setting is out of reach, as on keys before CTAP 2.1. */
  public boolean isFixed() {
    return List.of(alwaysUv(), minimumPinLength(), enterpriseAttestation(), longTouchForReset())
        .stream()
        .allMatch(SettingPreview.Impossible.class::isInstance);
  }
}
