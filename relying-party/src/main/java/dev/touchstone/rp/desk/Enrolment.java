package dev.touchstone.rp.desk;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A request for a new key by somebody who lost everything.
 *
 * @param id 128 random bits, base64url
 * @param userHandle for whom
 * @param state how far it is
 * @param reason what the first operator wrote down
 * @param asked when
 * @param askedBy the first operator
 * @param decided by the second operator, where it is
 * @param expires of the request; once it is approved, of the code
 * @param codeDigest keyed hash of the code, once there is one
 * @param ceremony the registration that the code began
 */
public record Enrolment(
    String id,
    Bytes userHandle,
    State state,
    String reason,
    Instant asked,
    Signer askedBy,
    Optional<Decision> decided,
    Instant expires,
    Optional<String> codeDigest,
    Optional<String> ceremony) {

  /** An operator, by an account that may be gone meanwhile. */
  public record Signer(String handle, String name) {}

  /** Who decided, and when. */
  public record Decision(Instant when, Signer by) {}

  /** How far a request is. */
  public enum State {
    ASKED,
    APPROVED,
    DECLINED,
    /** By the one who asked. */
    WITHDRAWN,
    /** The code began a registration; it may begin another one as long as no key came of it. */
    USED,
    /** A key came of it, and the code is good for nothing more, whatever becomes of that key. */
    REDEEMED;

    /** As it is stored, and written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is anything left to wait for. */
  public boolean isOpen(Instant now) {
    return (state == State.ASKED || state == State.APPROVED) && now.isBefore(expires);
  }

  /**
   * Whether it can still be declined: also after the approval, while its code may make a key. Its
   * code is called back then.
   */
  public boolean canBeDeclined(Instant now) {
    boolean undecided =
        switch (state) {
          case ASKED, APPROVED -> true;
          case USED -> codeDigest.isPresent();
          case DECLINED, WITHDRAWN, REDEEMED -> false;
        };
    return undecided && now.isBefore(expires);
  }

  /** A row of the audit trail that is about it: both operators are named, whoever did it. */
  public AuditEvent named(AuditEvent row) {
    AuditEvent named = row.with("request", id).with("asked_by", askedBy.name());
    return decided.map(it -> named.with("decided_by", it.by().name())).orElse(named);
  }

  /** The same with a code that is good for nothing any more. */
  public Enrolment calledBack() {
    return now(state, decided, expires, Optional.empty(), ceremony);
  }

  /** The same after a decision that gives no code, and makes the one that there is worthless. */
  public Enrolment decided(State as, Decision decision) {
    return now(as, Optional.of(decision), expires, codeDigest, ceremony);
  }

  /** The same with a code that is good until then. */
  public Enrolment approved(Decision decision, String digest, Instant until) {
    return now(State.APPROVED, Optional.of(decision), until, Optional.of(digest), ceremony);
  }

  /** The same after its code began this registration. */
  public Enrolment begun(String ceremonyId) {
    return now(State.USED, decided, expires, codeDigest, Optional.of(ceremonyId));
  }

  /** The same after a key came of the registration that its code began. */
  public Enrolment redeemed() {
    return now(State.REDEEMED, decided, expires, codeDigest, ceremony);
  }

  private Enrolment now(
      State is,
      Optional<Decision> decision,
      Instant until,
      Optional<String> digest,
      Optional<String> began) {
    return new Enrolment(
        id, userHandle, is, reason, asked, askedBy, decision, until, digest, began);
  }
}
