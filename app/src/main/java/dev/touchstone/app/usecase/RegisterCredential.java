package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebAuthn Level 3 §7.1: options from the relying party, a response from the key, a verdict from
 * the relying party.
 */
public final class RegisterCredential {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterCredential.class);

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final Ceremony ceremony;
  private final Serials serials;

  public RegisterCredential(KeyRing ring, ChooseKey chooseKey, Ceremony ceremony, Serials serials) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.ceremony = ceremony;
    this.serials = serials;
  }

  /** Keeps the serial numbers of keys with the credentials that they made. */
  @FunctionalInterface
  public interface Serials {

    /** Where they are not kept. */
    Serials FORGOTTEN = (credential, serial) -> {};

    /** Keeps one. */
    void keep(String credentialId, String serial) throws RelyingPartyException;
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
      CeremonyResult result =
          ceremony.register(request.ceremony(), key, session, watcher, cancellation);
      keepSerial(key, result);
      return result;
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    }
  }

  /**
   * The key is registered, and stays so, whether or not its number can be kept. A server elsewhere
   * has the credential, and nothing of it is kept here.
   */
  private void keepSerial(KeyDevice key, CeremonyResult result) {
    Optional<Credential> credential = result.verdict().credential();
    if (!result.verdict().accepted() || credential.isEmpty() || key.serial().isEmpty()) {
      return;
    }
    try {
      serials.keep(credential.get().id(), key.serial().get());
    } catch (RelyingPartyException e) {
      LOG.warn("The serial number of a key could not be kept: {}", e.getMessage());
    }
  }
}
