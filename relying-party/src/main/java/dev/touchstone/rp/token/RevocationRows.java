package dev.touchstone.rp.token;

import java.time.Instant;

/** Which access tokens are no good although nothing in them says so. */
public interface RevocationRows {

  /** How an access token stands whose signature is good. */
  enum Standing {
    GOOD(""),
    REVOKED("it was revoked"),
    SESSION_ENDED("its session was ended"),
    CUT_OFF("all tokens of the account were revoked"),
    KEY_GONE("the key that signed it was taken away");

    private final String why;

    Standing(String why) {
      this.why = why;
    }

    /** Half a sentence. */
    public String why() {
      return why;
    }
  }

  /** Looks all of it up at once. */
  Standing standing(AccessToken token, Instant now);

  /** Revokes one; remembered until it would have expired. */
  void revoke(String id, Instant expires);

  /**
   * Revokes all those of an account that were issued until now. Each cut-off of an account is later
   * than the one before, even if the clock says otherwise.
   */
  void cutOff(String userHandle, Instant now);

  /**
   * The last cut-off of an account, which its next tokens come after; the epoch if there is none.
   */
  Instant lastCutOff(String userHandle);

  /** Forgets those that have expired. */
  void forgetExpiredBefore(Instant when);
}
