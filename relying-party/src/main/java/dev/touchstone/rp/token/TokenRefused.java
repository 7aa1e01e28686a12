package dev.touchstone.rp.token;

/** An access token that is not accepted. */
public final class TokenRefused extends Exception {

  private final boolean expired;

  private TokenRefused(String why, boolean expired) {
    super(why, null, false, false);
    this.expired = expired;
  }

  static TokenRefused expired() {
    return new TokenRefused("it has expired", true);
  }

  static TokenRefused because(String why) {
    return new TokenRefused(why, false);
  }

  /** Half a sentence, for the audit trail; holds no part of the token. */
  public String why() {
    return String.valueOf(getMessage());
  }

  /** Whether it was good until it expired. */
  public boolean isExpired() {
    return expired;
  }
}
