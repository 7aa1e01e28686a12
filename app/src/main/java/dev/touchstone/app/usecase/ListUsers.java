package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.User;
import java.util.List;

/** The accounts of the relying party. */
public final class ListUsers {

  /**
   * Reads them all.
   *
   * @return by name
   * @throws Failure if the database cannot be read
   */
  public List<User> run() throws Failure {
    return Pending.of("");
  }
}
