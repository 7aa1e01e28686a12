package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.http.Context;
import java.time.InstantSource;

/**
 * What both ceremonies have in common over HTTP: how options are answered, how an answer tells its
 * ceremony, and that strangers learn no reason.
 */
final class Ceremonies {

  private static final int LONGEST_TOKEN = 32_768;

  private final RelyingParty relyingParty;
  private final InstantSource clock;

  Ceremonies(RelyingParty relyingParty, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.clock = clock;
  }

  /** Hands over one half of a ceremony. */
  @FunctionalInterface
  interface Half {
    Verdict judged() throws RelyingPartyException;
  }

  void answer(Context context, PendingCeremony pending) throws RelyingPartyException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.putRawValue("publicKey", new RawValue(pending.optionsJson()));
    json.put("challenge_token", relyingParty.challengeToken(pending));
    answer(context, 200, json);
  }

  static void answer(Context context, int status, ObjectNode json) {
    context.status(status).contentType("application/json").result(json.toString());
  }

  /** By the token, or, for clients that keep none, by the challenge inside the response. */
  static CeremonyReference reference(JsonBody body) throws Refused {
    return body.text("challenge_token", LONGEST_TOKEN)
        .<CeremonyReference>map(CeremonyReference.ByToken::new)
        .orElse(new CeremonyReference.ByChallenge());
  }

  /**
   * Judges an answer. Whatever is wrong with it, the audit trail knows why and the stranger only
   * that.
   *
   * @param event what the audit trail calls it
   * @param subject the account that is claimed
   * @param refusal what the stranger is told
   */
  Verdict finish(Half half, String event, Caller caller, String subject, ProblemCode refusal)
      throws Refused, RelyingPartyException {
    Verdict verdict;
    try {
      verdict = half.judged();
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RelyingPartyException e) {
      throw refused(event, caller, subject, refusal, String.valueOf(e.getMessage()));
    }
    if (!verdict.accepted()) {
      // the ceremony wrote its own row
      throw new Refused(refusal);
    }
    return verdict;
  }

  /** A refusal, which is now a row in the audit trail. */
  Refused refused(String event, Caller caller, String subject, ProblemCode code, String reason)
      throws RelyingPartyException {
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.refused(clock.instant(), event, caller, subject, reason));
    return new Refused(code);
  }
}
