package dev.touchstone.rp.attestation.statement;

/** Why a statement proves nothing. */
public final class Refusal extends Exception {

  private final String because;
  private final String remedy;

  /**
   * @param because a clause that goes on after "because"
   * @param remedy what a person can do, one sentence
   */
  public Refusal(String because, String remedy) {
    super(because);
    this.because = because;
    this.remedy = remedy;
  }

  /** The statement is not what its format asks for; only its maker can mend that. */
  static Refusal malformed(String because) {
    return new Refusal(because, "Report this to the maker of the authenticator or of the client.");
  }

  /** The statement does not belong to what it came with. */
  static Refusal mismatch(String because) {
    return new Refusal(
        because,
        "Either something was changed on the way, or parts of two registrations were mixed: register again.");
  }

  /** A clause that goes on after "because". */
  public String because() {
    return because;
  }

  /** What a person can do, one sentence. */
  public String remedy() {
    return remedy;
  }
}
