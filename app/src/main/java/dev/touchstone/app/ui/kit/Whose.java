package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.User;

/** Whose credentials are looked at. */
public sealed interface Whose {

  /** Those of all users together. */
  record Everybodys() implements Whose {}

  /** Those of one user. */
  record Of(User user) implements Whose {}

  /** Whether a credential of the user of this name belongs here. */
  default boolean includes(String userName) {
    return switch (this) {
      case Everybodys() -> true;
      case Of(User user) -> user.name().equals(userName);
    };
  }
}
