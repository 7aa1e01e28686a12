package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.setting.SettingPreview.Undo;
import java.util.List;
import java.util.Optional;

/** Lets the key tell its owner's relying parties which key it is, CTAP 2.3 §6.11.1 and §7.1. */
public record EnableEnterpriseAttestation() implements SettingChange {

  private static final String NAME = "Enterprise attestation";

  @Override
  public SettingPreview preview(GetInfo.Reply info) {
    Feature feature = info.options().enterprise();
    String now = feature == Feature.READY ? "on" : "off";
    Optional<SettingPreview.Impossible> obstacle =
        Configurability.obstacle(info, command(), NAME, now, feature != Feature.ABSENT);
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
            List.of(
                "Relying parties on the vendor's list, or that your organization's browsers permit,"
                    + " can tell this very key from all others when it is registered there."));
  }

  @Override
  public AuthenticatorConfig.Setting command() {
    return new AuthenticatorConfig.EnableEnterpriseAttestation();
  }

  @Override
  public boolean isDone(GetInfo.Reply info) {
    return info.options().enterpriseAttestation();
  }
}
