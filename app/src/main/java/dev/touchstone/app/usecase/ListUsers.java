package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;

/** The accounts of the relying party. */
public final class ListUsers {

  private final RelyingParty relyingParty;

  public ListUsers(RelyingParty relyingParty) {
    this.relyingParty = relyingParty;
  }

  /**
   * Reads them all.
   *
   * @return by name
   * @throws Failure if the database cannot be read
   */
  public List<User> run() throws Failure {
    try {
      return relyingParty.users();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
