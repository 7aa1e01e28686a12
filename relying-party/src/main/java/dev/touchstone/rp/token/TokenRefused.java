package dev.touchstone.rp.token;

/** A token that is not accepted. */
public final class TokenRefused extends Exception {

  private final boolean expired;
  private final String subject;

  private TokenRefused(String why, boolean expired, String subject) {
    super(why, null, false, false);
    this.expired = expired;
    this.subject = subject;
  }

  /** It was good until it expired. */
  public static TokenRefused expired() {
    return new TokenRefused("it has expired", true, "");
  }

  /** Half a sentence, which holds no part of the token. */
  public static TokenRefused because(String why) {
    return new TokenRefused(why, false, "");
  }

  /** The same for a token of which it is known whose it is. */
  public TokenRefused of(String name) {
    return new TokenRefused(why(), expired, name);
  }

  /** Half a sentence, for the audit trail; holds no part of the token. */
  public String why() {
    return String.valueOf(getMessage());
  }

  /** Whether it was good until it expired. */
  public boolean isExpired() {
    return expired;
  }

  /** The name of the account; empty if it is not known. */
  public String subject() {
    return subject;
  }
}
