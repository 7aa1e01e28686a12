package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/**
 * One extension of WebAuthn Level 3 §9 to §10, in both ceremonies. It reads its own input from the
 * options; empty when it was not asked for, or the key does not have it and need not.
 */
interface Extension {

  /**
   * Before a credential is made.
   *
   * @param residentKey whether it will be discoverable
   */
  Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException;

  /** Before a credential is used. */
  Optional<AtAuthentication> atAuthentication(RequestOptions options, Conversation conversation)
      throws WebAuthnException;
}
