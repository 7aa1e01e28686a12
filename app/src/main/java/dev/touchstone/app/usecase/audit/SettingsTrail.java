package dev.touchstone.app.usecase.audit;

import dev.touchstone.app.usecase.account.Operator;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import java.time.InstantSource;

/**
 * Tells the audit trail what was changed of the program's own settings; values that are secret are
 * not told.
 *
 * @param writer where rows go
 */
public record SettingsTrail(TrailWriter writer, InstantSource clock) {

  /**
   * Something was changed.
   *
   * @param setting what, such as {@code server}
   * @param change what became of it, such as {@code staging: removed}
   */
  public void changed(String setting, String change) {
    writer.write(
        AuditEvent.succeeded(clock.instant(), AuditEvents.SETTINGS, Operator.atTheConsole(), "")
            .with("setting", setting)
            .with("change", change));
  }
}
