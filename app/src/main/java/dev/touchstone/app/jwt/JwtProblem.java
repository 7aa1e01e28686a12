package dev.touchstone.app.jwt;

/** A token, a key or a wish that makes no sense; says why, and quotes no secret. */
public final class JwtProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String next;

  JwtProblem(String happened, String next) {
    super(happened, null, false, false);
    this.next = next;
  }

  /** What is wrong, one sentence. */
  public String happened() {
    return String.valueOf(getMessage());
  }

  /** What to do; may be empty. */
  public String next() {
    return next;
  }
}
