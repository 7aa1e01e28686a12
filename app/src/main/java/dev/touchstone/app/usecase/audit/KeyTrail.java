package dev.touchstone.app.usecase.audit;

import dev.touchstone.app.usecase.account.Operator;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.session.CommandObserver;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Outcome;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the audit trail what was done to keys, and what was tried in vain. It sits below all use
 * cases, at the commands themselves, so that none can forget it.
 */
public final class KeyTrail implements CommandObserver {

  private final TrailWriter writer;
  private final InstantSource clock;

  public KeyTrail(TrailWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void answered(KeyDevice key, CtapCommand<?> command, Object reply) {
    KeyDeed.done(command, reply).ifPresent(deed -> tell(key, deed, Outcome.SUCCEEDED, ""));
  }

  @Override
  public void failed(KeyDevice key, CtapCommand<?> command, KeyException why) {
    Outcome outcome = why instanceof KeyRefused ? Outcome.REFUSED : Outcome.FAILED;
    KeyDeed.tried(command)
        .ifPresent(deed -> tell(key, deed, outcome, String.valueOf(why.getMessage())));
  }

  private void tell(KeyDevice key, KeyDeed deed, Outcome outcome, String reason) {
    Map<String, String> facts = new TreeMap<>(deed.facts());
    facts.put("key", key.title());
    facts.put("key_id", key.id());
    key.serial().ifPresent(serial -> facts.put("serial", serial));
    writer.write(
        new AuditEvent(
            clock.instant(),
            deed.event(),
            outcome,
            Operator.atTheConsole(),
            "",
            deed.credential(),
            reason,
            facts));
  }
}
