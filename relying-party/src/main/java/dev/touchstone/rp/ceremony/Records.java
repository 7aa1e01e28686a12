package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.attestation.mds.MetadataRows;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditTrail;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.desk.EnrolmentRows;
import dev.touchstone.rp.desk.OperatorSessionRows;
import dev.touchstone.rp.factor.Budgets;
import dev.touchstone.rp.factor.Networks;
import dev.touchstone.rp.factor.email.CodeRows;
import dev.touchstone.rp.factor.password.PasswordRows;
import dev.touchstone.rp.factor.totp.TotpRows;
import dev.touchstone.rp.mail.MailRows;
import dev.touchstone.rp.secret.SecretRows;
import dev.touchstone.rp.setting.StoredSettings;
import dev.touchstone.rp.token.ApiTokenRows;
import dev.touchstone.rp.token.RevocationRows;
import dev.touchstone.rp.token.SessionRows;
import dev.touchstone.rp.token.TokenKeyRows;

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

  StoredSettings settings();

  MetadataRows metadata();

  MailRows mail();

  Budgets budgets();

  Networks networks();

  CodeRows codes();

  TotpRows totp();

  PasswordRows passwords();

  TokenKeyRows tokenKeys();

  SessionRows sessions();

  ApiTokenRows apiTokens();

  RevocationRows revocations();

  EnrolmentRows enrolments();

  OperatorSessionRows operatorSessions();
}
