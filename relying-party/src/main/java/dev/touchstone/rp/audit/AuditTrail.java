package dev.touchstone.rp.audit;

/** Where security events are written. Rows are only ever added. */
public interface AuditTrail {

  /** Adds a row; it is kept if and only if the work at the store, of which it is a part, is. */
  void append(AuditEvent event);
}
