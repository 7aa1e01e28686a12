package dev.touchstone.rp.http.guard;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.Network;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.limit.Allowance;
import dev.touchstone.rp.limit.Allowances;
import io.javalin.http.Header;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Slows down whoever tries too often. An account is counted together with the address that asks for
 * it: whoever floods somebody else's account uses up their own allowance and locks nobody out. A
 * passkey cannot be guessed, so many addresses that try one account gain nothing.
 */
public final class RateGuard {

  /** A flood is one row a minute in the audit trail, not a flood there too. */
  private static final Allowance ROWS = new Allowance(1, 1);

  /** Each may be a mail to somebody who did not ask for it. */
  private static final Allowance MAILS = new Allowance(20, 10);

  /** A person has one, and types it wrong a few times. */
  private static final Allowance CODES = new Allowance(20, 10);

  private final Allowances allowances;
  private final Rates rates;
  private final RelyingParty relyingParty;
  private final InstantSource clock;

  public RateGuard(Rates rates, RelyingParty relyingParty, InstantSource clock) {
    this.allowances = relyingParty.allowances();
    this.rates = rates;
    this.relyingParty = relyingParty;
    this.clock = clock;
  }

  /**
   * Before any half of a ceremony.
   *
   * @param account the e-mail address that is claimed; empty where none is
   * @throws Refused if it is one too many
   */
  public void ceremony(Caller caller, String account) throws Refused, RelyingPartyException {
    String network = Network.of(caller.address());
    check("ceremony/" + network, rates.address(), caller, account);
    if (!account.isEmpty()) {
      String key = "account/" + network + "/" + EmailAddress.key(account);
      check(key, rates.account(), caller, account);
    }
  }

  /**
   * Before mail is sent to whatever address a stranger named; there is no limit where there is none
   * for ceremonies from one address.
   *
   * @param account the e-mail address
   * @throws Refused if it is one too many
   */
  public void mail(Caller caller, String account) throws Refused, RelyingPartyException {
    Allowance mails = rates.address().isUnlimited() ? Allowance.UNLIMITED : MAILS;
    check("mail/" + Network.of(caller.address()), mails, caller, account);
  }

  /**
   * Before a one-time code of the help desk. Nobody guesses one; whoever tries writes a row in the
   * audit trail each time.
   *
   * @throws Refused if it is one too many
   */
  public void enrolment(Caller caller) throws Refused, RelyingPartyException {
    ceremony(caller, "");
    Allowance codes = rates.address().isUnlimited() ? Allowance.UNLIMITED : CODES;
    check("enrol/" + Network.of(caller.address()), codes, caller, "");
  }

  /**
   * After a token that was not accepted, before that is written down.
   *
   * @throws Refused if it is one too many
   */
  public void badToken(Caller caller) throws Refused, RelyingPartyException {
    check("token/" + Network.of(caller.address()), rates.tokens(), caller, "");
  }

  /**
   * After a request that made no sense; it is written down.
   *
   * @param reason what was wrong, not what it held
   * @throws Refused if it is one too many, which is not written down each time
   */
  public void badRequest(Caller caller, String reason) throws Refused, RelyingPartyException {
    check("request/" + Network.of(caller.address()), rates.tokens(), caller, "");
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.refused(clock.instant(), AuditEvents.REQUEST, caller, "", reason));
  }

  private void check(String key, Allowance allowance, Caller caller, String account)
      throws Refused, RelyingPartyException {
    if (allowance.isUnlimited()) {
      return;
    }
    Duration wait = allowances.take(key, allowance);
    if (wait.isZero()) {
      return;
    }
    if (allowances.take("told/" + key, ROWS).isZero()) {
      relyingParty
          .administration()
          .audit()
          .record(
              AuditEvent.refused(
                  clock.instant(), AuditEvents.ACCESS, caller, account, "too many requests"));
    }
    throw new Refused(
        Problem.of(ProblemCode.RATE_LIMITED).with(Header.RETRY_AFTER, "" + seconds(wait)));
  }

  /** Rounded up, at least one (RFC 9110 §10.2.3). */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
