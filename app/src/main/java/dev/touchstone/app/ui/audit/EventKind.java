package dev.touchstone.app.ui.audit;

import java.util.List;

/** Kinds of events, as a person would choose among them. */
public enum EventKind {
  ANY("Any event"),
  SIGN_IN("Sign-ins", "sign-in"),
  REGISTRATION("Registrations", "registration"),
  ACCESS("Refused access", "access"),
  USER("Users", "user"),
  CREDENTIAL("Credentials", "credential"),
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
