package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.Optional;

/**
 * WebAuthn Level 3 §7.1: options from the relying party, a response from the key, a verdict from
 * the relying party.
 */
public final class RegisterCredential {

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final Ceremony ceremony;

  public RegisterCredential(KeyRing ring, ChooseKey chooseKey, Ceremony ceremony) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.ceremony = ceremony;
  }

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
    watcher.stage(Stage.FINDING_KEY);
    KeyDevice key = chooseKey.run(request.keyId());
    watcher.keyChosen(key);
    watcher.stage(Stage.OPENING_KEY);
    try (KeySession session = ring.open(key)) {
      return ceremony.register(request.ceremony(), key, session, watcher, cancellation);
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    }
  }
}
