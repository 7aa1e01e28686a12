package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;

/**
 * Finds a credential by its id, which is one look into an index, or by the beginning of it, for
 * which all of them are looked through.
 */
final class FindCredential {

  private FindCredential() {}

  static Credential in(RelyingParty relyingParty, String beginning)
      throws Failure, RelyingPartyException {
    try {
      return relyingParty.administration().credentials().find(beginning).credential();
    } catch (RelyingPartyException.UnknownCredential e) {
      return beginningWith(beginning, relyingParty);
    }
  }

  private static Credential beginningWith(String beginning, RelyingParty relyingParty)
      throws Failure, RelyingPartyException {
    List<Credential> found =
        beginning.isEmpty()
            ? List.of()
            : relyingParty.credentials().stream()
                .filter(credential -> credential.id().startsWith(beginning))
                .toList();
    if (found.size() > 1) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "The ids of %d credentials begin with '%s'.".formatted(found.size(), beginning),
              "",
              "Give more of the id.",
              ""));
    }
    if (found.isEmpty()) {
      throw new RelyingPartyException.UnknownCredential(beginning);
    }
    return found.getFirst();
  }
}
