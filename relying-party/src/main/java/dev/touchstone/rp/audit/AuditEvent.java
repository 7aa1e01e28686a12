package dev.touchstone.rp.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that matters to security, as it is told to the audit trail. Holds no secret.
 *
 * @param at when
 * @param event what, such as {@code sign-in.complete}; see {@link AuditEvents}
 * @param outcome how it ended
 * @param caller who, and from where
 * @param subject for whom: the name of an account; empty if for nobody
 * @param credential the credential id, base64url; empty if none
 * @param reason why it was refused or failed, exactly; empty where it succeeded
 * @param detail further facts by name, such as {@code sign_count}
 */
public record AuditEvent(
    Instant at,
    String event,
    Outcome outcome,
    Caller caller,
    String subject,
    String credential,
    String reason,
    Map<String, String> detail) {

  public AuditEvent {
    detail = Map.copyOf(detail);
  }

  /** Something that was done. */
  public static AuditEvent succeeded(Instant at, String event, Caller caller, String subject) {
    return new AuditEvent(at, event, Outcome.SUCCEEDED, caller, subject, "", "", Map.of());
  }

  /** Something that was not allowed or not accepted. */
  public static AuditEvent refused(
      Instant at, String event, Caller caller, String subject, String reason) {
    return new AuditEvent(at, event, Outcome.REFUSED, caller, subject, "", reason, Map.of());
  }

  /** Something that could not be done. */
  public static AuditEvent failed(
      Instant at, String event, Caller caller, String subject, String reason) {
    return new AuditEvent(at, event, Outcome.FAILED, caller, subject, "", reason, Map.of());
  }

  /** The same by this one. */
  public AuditEvent by(Caller other) {
    return new AuditEvent(at, event, outcome, other, subject, credential, reason, detail);
  }

  /** The same about this credential. */
  public AuditEvent about(String credentialId) {
    return new AuditEvent(at, event, outcome, caller, subject, credentialId, reason, detail);
  }

  /** The same with one more fact. */
  public AuditEvent with(String name, String value) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put(name, value);
    return new AuditEvent(at, event, outcome, caller, subject, credential, reason, more);
  }
}
