package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditTrail;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.secret.SecretRows;

/** Everything that is stored, as one transaction sees it. */
public interface Records {

  Users users();

  Credentials credentials();

  Ceremonies ceremonies();

  AuditTrail audit();

  /** Still encrypted. */
  SecretRows secrets();

  AuditLog auditLog();

  Chains chains();
}
