package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Optional;

/** The credentials that the relying party has stored. */
public final class ListCredentials {

  private final RelyingParty relyingParty;

  public ListCredentials(RelyingParty relyingParty) {
    this.relyingParty = relyingParty;
  }

  /**
   * Reads them.
   *
   * @param userName whose; empty for everybody's
   * @return by user, then by age
   * @throws Failure if there is no such user or the database cannot be read
   */
  public List<Credential> run(Optional<String> userName) throws Failure {
    try {
      return userName.isPresent()
          ? relyingParty.credentials(userName.get())
          : relyingParty.credentials();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
