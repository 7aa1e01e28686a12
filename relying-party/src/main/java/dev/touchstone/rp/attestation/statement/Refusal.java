package dev.touchstone.rp.attestation.statement;

/** Why a statement proves nothing. */
public final class Refusal extends Exception {

  private static final String TO_THE_MAKER =
      "Report this to the maker of the authenticator or of the client.";

  private final String because;
  private final String remedy;
  private final boolean overlooked;

  /**
   * @param because a clause that goes on after "because"
   * @param remedy what a person can do, one sentence
   */
  public Refusal(String because, String remedy) {
    this(because, remedy, false);
  }

  private Refusal(String because, String remedy, boolean overlooked) {
    super(because);
    this.because = because;
    this.remedy = remedy;
    this.overlooked = overlooked;
  }

  /** The statement is not what its format asks for; only its maker can mend that. */
  static Refusal malformed(String because) {
    return new Refusal(because, TO_THE_MAKER);
  }

  /** The same where WebAuthn asks for something that webauthn-server-core does not look at. */
  static Refusal malformedThoughOverlooked(String because) {
    return new Refusal(because, TO_THE_MAKER, true);
  }

  /** The statement does not belong to what it came with. */
  static Refusal mismatch(String because) {
    return new Refusal(
        because,
        "Either something was changed on the way, or parts of two registrations were mixed:"
            + " register again.");
  }

  /** A clause that goes on after "because". */
  public String because() {
    return because;
  }

  /** Whether webauthn-server-core would let this pass. */
  public boolean overlooked() {
    return overlooked;
  }

  /** What a person can do, one sentence. */
  public String remedy() {
    return remedy;
  }
}
