package dev.touchstone.app.settings;

import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import java.time.Duration;
import java.util.Optional;

/**
 * How the relying party is served to others.
 *
 * @param rates how often strangers may try
 * @param syslog where the audit trail is sent meanwhile; empty for nowhere
 * @param auditRetention how old rows of the audit trail become before they are removed; empty if
 *     they stay
 */
public record ServeSettings(
    Rates rates, Optional<SyslogSettings> syslog, Optional<Duration> auditRetention) {

  /** What holds until somebody chooses otherwise. */
  public static final ServeSettings USUAL =
      new ServeSettings(Rates.USUAL, Optional.empty(), Optional.empty());

  /** The same with another limit on the ceremonies of one address. */
  public ServeSettings withLimitPerAddress(Allowance allowance) {
    return new ServeSettings(
        new Rates(allowance, rates.account(), rates.tokens()), syslog, auditRetention);
  }

  /** The same with another limit on the ceremonies for one account from one address. */
  public ServeSettings withLimitPerAccount(Allowance allowance) {
    return new ServeSettings(
        new Rates(rates.address(), allowance, rates.tokens()), syslog, auditRetention);
  }

  /** The same with the audit trail sent there. */
  public ServeSettings withSyslog(SyslogSettings receiver) {
    return new ServeSettings(rates, Optional.of(receiver), auditRetention);
  }

  /** The same with rows of the audit trail removed when they are so old. */
  public ServeSettings withAuditRetention(Duration age) {
    return new ServeSettings(rates, syslog, Optional.of(age));
  }
}
