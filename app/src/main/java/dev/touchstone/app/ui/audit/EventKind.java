package dev.touchstone.app.ui.audit;

import java.util.List;

/** Kinds of events, as a person would choose among them. */
public enum EventKind {
  ANY("Any event"),
  SIGN_IN("Sign-ins", "sign-in password.check operator.sign-in operator.sign-out"),
  REGISTRATION("Registrations", "registration"),
  ACCESS("Refused access", "access operator.refused"),
  REQUEST("Requests without sense", "request"),
  USER("Users", "user"),
  CREDENTIAL("Credentials", "credential"),
  FACTOR("Codes, factors, recovery", "email-code email totp recovery-codes recovery password"),
  TOKEN("Tokens and sessions", "session token api-token token-key"),
  DESK("Help desk", "desk enrolment"),
  MAIL("Mail", "mail"),
  KEY("Keys", "key"),
  TRUST("Trust", "trust"),
  SETTINGS("Settings", "settings"),
  SERVER("Server", "server"),
  TRANSFER("Imports and exports", "import export"),
  TRAIL("The trail itself", "audit");

  private final String words;
  private final String events;

  EventKind(String words) {
    this(words, "");
  }

  /**
   * @param events what their names begin with, separated by blanks
   */
  EventKind(String words, String events) {
    this.words = words;
    this.events = events;
  }

  /** What the names of the events begin with; none for any. */
  List<String> events() {
    return events.isEmpty() ? List.of() : List.of(events.split(" ", -1));
  }

  @Override
  public String toString() {
    return words;
  }
}
