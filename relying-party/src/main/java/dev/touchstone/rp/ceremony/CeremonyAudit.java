package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import java.time.Instant;
import java.util.stream.Collectors;

/** What the audit trail is told of a ceremony that came to a verdict. */
public final class CeremonyAudit {

  private CeremonyAudit() {}

  /**
   * The row.
   *
   * @param subject whose ceremony it was; empty if that could not be told
   */
  public static AuditEvent of(Verdict verdict, String subject, Instant now, Caller caller) {
    String event =
        switch (verdict.kind()) {
          case REGISTRATION -> AuditEvents.REGISTRATION_COMPLETE;
          case AUTHENTICATION -> AuditEvents.SIGN_IN_COMPLETE;
        };
    AuditEvent row =
        verdict.accepted()
            ? AuditEvent.succeeded(now, event, caller, subject)
            : AuditEvent.refused(now, event, caller, subject, reason(verdict));
    return verdict.credential().map(it -> about(it, row)).orElse(row);
  }

  private static AuditEvent about(Credential credential, AuditEvent row) {
    AuditEvent about = row.about(credential.id()).with("sign_count", "" + credential.signCount());
    return credential.possibleClone() ? about.with("possible_clone", "true") : about;
  }

  private static String reason(Verdict verdict) {
    String steps =
        verdict.failedSteps().stream()
            .map(step -> "%s: %s".formatted(step.number(), step.title()))
            .collect(Collectors.joining("; "));
    return steps.isEmpty() ? verdict.library().words() : steps;
  }
}
