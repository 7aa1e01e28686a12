package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.manage.setting.SettingPreview.Undo;
import java.util.List;
import java.util.Optional;

/** Has a reset take a long touch, so that nobody resets the key by chance, CTAP 2.3 §6.11.5. */
public record EnableLongTouchForReset() implements SettingChange {

  private static final String NAME = "Long touch for a reset";

  @Override
  public SettingPreview preview(GetInfo.Reply info) {
    Optional<Boolean> longTouch = info.administration().longTouchForReset();
    String now = longTouch.orElse(false) ? "on" : "off";
    Optional<SettingPreview.Impossible> obstacle =
        Configurability.obstacle(info, command(), NAME, now, longTouch.isPresent());
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    return isDone(info)
        ? new SettingPreview.AlreadySo(NAME, now)
        : new SettingPreview.Change(
            NAME,
            now,
            "on",
            Undo.RESET_ONLY,
            List.of("A finger has to stay on the key for up to ten seconds before it is reset."));
  }

  @Override
  public AuthenticatorConfig.Setting command() {
    return new AuthenticatorConfig.EnableLongTouchForReset();
  }

  @Override
  public boolean isDone(GetInfo.Reply info) {
    return info.administration().longTouchForReset().orElse(false);
  }
}
