package dev.touchstone.rp.desk;

import dev.touchstone.rp.account.Bytes;
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

  /** The same after a decision that gives no code. */
  public Enrolment decided(State as, Decision decision) {
    return new Enrolment(
        id,
        userHandle,
        as,
        reason,
        asked,
        askedBy,
        Optional.of(decision),
        expires,
        codeDigest,
        ceremony);
  }

  /** The same with a code that is good until then. */
  public Enrolment approved(Decision decision, String digest, Instant until) {
    return new Enrolment(
        id,
        userHandle,
        State.APPROVED,
        reason,
        asked,
        askedBy,
        Optional.of(decision),
        until,
        Optional.of(digest),
        ceremony);
  }

  /** The same after a key came of the registration that its code began. */
  public Enrolment redeemed() {
    return new Enrolment(
        id,
        userHandle,
        State.REDEEMED,
        reason,
        asked,
        askedBy,
        decided,
        expires,
        codeDigest,
        ceremony);
  }

  /** The same after its code began this registration. */
  public Enrolment begun(String ceremonyId) {
    return new Enrolment(
        id,
        userHandle,
        State.USED,
        reason,
        asked,
        askedBy,
        decided,
        expires,
        codeDigest,
        Optional.of(ceremonyId));
  }
}
