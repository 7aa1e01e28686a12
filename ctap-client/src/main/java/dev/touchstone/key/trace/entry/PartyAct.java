package dev.touchstone.key.trace.entry;

/** What the relying party does. Files hold the names of the constants. */
public enum PartyAct {
  REGISTRATION_OPTIONS("registration options sent"),
  SIGN_IN_OPTIONS("sign-in options sent"),
  REGISTRATION_JUDGED("registration judged"),
  SIGN_IN_JUDGED("sign-in judged");

  private final String title;

  PartyAct(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
