package dev.touchstone.app.usecase.account;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.party.Party;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest;

/**
 * A relying party at which an operator registers keys. A further key for an account that exists
 * signs in as its owner, so it is the business of administrators; for a person at the desk there
 * are flows that begin with a proof of who they are.
 *
 * @param party where keys are registered
 * @param operators who is at the console
 */
public record PermittedParty(Party party, Operators operators) implements Party {

  @Override
  public Asked register(RegistrationRequest request) throws Failure {
    operators.permitKeyFor(request.userName());
    return party.register(request);
  }

  @Override
  public Asked signIn(AuthenticationRequest request) throws Failure {
    return party.signIn(request);
  }

  @Override
  public void close() {
    party.close();
  }
}
