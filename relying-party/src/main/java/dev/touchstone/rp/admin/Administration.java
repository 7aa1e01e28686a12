package dev.touchstone.rp.admin;

import dev.touchstone.rp.audit.chain.CheckpointKeyring;
import dev.touchstone.rp.audit.chain.Ed25519Signer;
import dev.touchstone.rp.audit.syslog.SyslogMessage;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.secret.SigningKey;
import dev.touchstone.rp.secret.SigningKeys;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/** The desks at which a relying party is looked after. */
public final class Administration {

  private final Store store;
  private final Accounts accounts;
  private final CredentialDesk credentials;
  private final AuditDesk audit;
  private final AuditRetention retention;

  /** Over these records. */
  public Administration(
      Store store, SigningKeys signingKeys, InstantSource clock, SecureRandom random) {
    CheckpointKeyring keyring =
        () -> {
          SigningKey key = signingKeys.auditCheckpoints();
          return new Ed25519Signer(new KeyPair(key.publicKey(), key.privateKey()));
        };
    this.store = store;
    this.accounts = new Accounts(store, clock, random);
    this.credentials = new CredentialDesk(store, clock);
    this.audit = new AuditDesk(store, keyring, clock);
    this.retention = new AuditRetention(store, keyring, clock);
  }

  public Accounts accounts() {
    return accounts;
  }

  public CredentialDesk credentials() {
    return credentials;
  }

  public AuditDesk audit() {
    return audit;
  }

  public AuditRetention retention() {
    return retention;
  }

  /** Sends the audit trail to a receiver of syslog. */
  public SyslogFollower syslog(SyslogTarget target, SyslogMessage message, SSLContext trust) {
    return new SyslogFollower(store, target, message, trust, SyslogFollower.Pace.USUAL);
  }
}
