package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.attestation.mds.MetadataRows;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditTrail;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.ceremony.Ceremonies;
import dev.touchstone.rp.ceremony.Records;
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

/** The records behind one connection. */
public record JdbcRecords(
    Users users,
    Credentials credentials,
    Ceremonies ceremonies,
    AuditTrail audit,
    SecretRows secrets,
    AuditLog auditLog,
    Chains chains,
    StoredSettings settings,
    MetadataRows metadata,
    MailRows mail,
    Budgets budgets,
    Networks networks,
    CodeRows codes,
    TotpRows totp,
    PasswordRows passwords,
    TokenKeyRows tokenKeys,
    SessionRows sessions,
    ApiTokenRows apiTokens,
    RevocationRows revocations,
    EnrolmentRows enrolments,
    OperatorSessionRows operatorSessions)
    implements Records {

  /** Who may change what a transaction reads, while it lasts. */
  public enum Writers {
    /** Nobody, itself included: what was read once need not be read again. */
    NONE(""),
    /** It alone. */
    ONE(""),
    /** Others as well, unless they are locked out. */
    SEVERAL(" FOR UPDATE");

    private final String lock;

    Writers(String lock) {
      this.lock = lock;
    }

    /** What a query ends with that reads a row to change it. */
    String lock() {
      return lock;
    }

    /**
     * The same, while others may still add rows that refer to it: two who have just done so, and
     * then lock it, would otherwise wait for each other.
     */
    String lockButForReferences() {
      return lock.isEmpty() ? "" : " FOR NO KEY UPDATE";
    }

    /** The same as the lock, when rows that others are changing are of no interest. */
    String passOver() {
      return lock.isEmpty() ? "" : lock + " SKIP LOCKED";
    }
  }

  /**
   * The records as this connection sees them, for one transaction; after a rollback to a savepoint
   * in it, make them anew.
   *
   * @param writer names the chain of audit rows that it writes
   */
  public static JdbcRecords over(Statements statements, Writers writers, String writer) {
    return new JdbcRecords(
        new JdbcUsers(statements, writers),
        new JdbcCredentials(statements, writers),
        new JdbcCeremonies(statements),
        new JdbcAuditTrail(statements, writer),
        new JdbcSecretRows(statements.handle()),
        new JdbcAuditLog(statements.handle()),
        new JdbcChains(statements.handle()),
        new JdbcStoredSettings(statements.handle()),
        new JdbcMetadataRows(statements.handle(), writers),
        new JdbcMailRows(statements.handle(), writers),
        new JdbcBudgets(statements.handle()),
        new JdbcNetworks(statements.handle()),
        new JdbcCodeRows(statements.handle()),
        new JdbcTotpRows(statements.handle()),
        new JdbcPasswordRows(statements.handle()),
        new JdbcTokenKeyRows(statements.handle()),
        new JdbcSessionRows(statements),
        new JdbcApiTokenRows(statements),
        new JdbcRevocationRows(statements),
        new JdbcEnrolments(statements, writers),
        new JdbcOperatorSessions(statements));
  }
}
