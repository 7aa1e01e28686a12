package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.Credential;
import java.util.List;
import java.util.Optional;

/** The credentials that the relying party has stored. */
public final class ListCredentials {

  /**
   * Reads them.
   *
   * @param userName whose; empty for everybody's
   * @return by user, then by age
   * @throws Failure if there is no such user or the database cannot be read
   */
  public List<Credential> run(Optional<String> userName) throws Failure {
    return Pending.of(userName);
  }
}
