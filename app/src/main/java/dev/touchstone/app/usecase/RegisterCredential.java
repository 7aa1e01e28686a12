package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.Optional;

/**
 * WebAuthn Level 3 §7.1: options from the relying party, response from the key, verdict from the
 * relying party.
 */
public final class RegisterCredential {

  /**
   * What to register where.
   *
   * @param keyId the key to use; empty for the one that {@link ChooseKey} takes
   * @param ceremony what the operator wants
   */
  public record Request(Optional<String> keyId, RegistrationRequest ceremony) {}

  /**
   * Runs the ceremony to its verdict, which may be a refusal.
   *
   * @throws Failure if it did not come to a verdict
   */
  public CeremonyResult run(Request request, CeremonyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return Pending.of(request);
  }
}
