package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.setting.SettingPreview.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has the key verify its person always, or only when a relying party wants it, CTAP 2.3 §6.11.2.
 */
public record SetAlwaysUv(boolean on) implements SettingChange {

  private static final String NAME = "Always verify the person";

  @Override
  public SettingPreview preview(GetInfo.Reply info) {
    Feature feature = info.options().alwaysUv();
    String now = feature == Feature.READY ? "on" : "off";
    Optional<SettingPreview.Impossible> obstacle =
        Configurability.obstacle(info, command(), NAME, now, feature != Feature.ABSENT);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    return isDone(info)
        ? new SettingPreview.AlreadySo(NAME, now)
        : new SettingPreview.Change(
            NAME, now, on ? "on" : "off", Undo.SWITCH_BACK, consequences(info));
  }

  private List<String> consequences(GetInfo.Reply info) {
    if (!on) {
      return List.of(
          "Where a website does not ask for more, a touch is enough for a sign-in with this key.");
    }
    List<String> consequences = new ArrayList<>();
    consequences.add("Every registration and every sign-in asks for the PIN or a finger.");
    if (info.versions().contains(GetInfo.U2F_V2)) {
      consequences.add("U2F, which knows neither PIN nor finger, stops working on this key.");
    }
    if (!Configurability.isProtected(info)) {
      consequences.add(
          "The key has neither PIN nor finger: it does nothing more until one is set.");
    }
    return consequences;
  }

  @Override
  public AuthenticatorConfig.Setting command() {
    return new AuthenticatorConfig.ToggleAlwaysUv();
  }

  @Override
  public boolean isDone(GetInfo.Reply info) {
    return info.options().alwaysUserVerification() == on;
  }
}
