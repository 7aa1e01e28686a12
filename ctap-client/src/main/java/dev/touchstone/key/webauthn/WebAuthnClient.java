package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.webauthn.failure.WebAuthnException;

/**
 * What {@code navigator.credentials} is in a browser, for one key that was chosen before. Calls
 * block for as long as the person takes.
 */
public final class WebAuthnClient {

  /** As the program uses it. */
  public static WebAuthnClient standard() {
    return new WebAuthnClient();
  }

  /**
   * Makes a credential, WebAuthn Level 3 §5.1.3.
   *
   * @param creationOptionsJson a PublicKeyCredentialCreationOptionsJSON, §5.1.9
   * @param origin such as {@code https://login.example.com}
   * @return a RegistrationResponseJSON, §5.1.8.1
   */
  @SuppressWarnings("DoNotCallSuggester") // until its body lands
  public String register(
      String creationOptionsJson,
      String origin,
      KeySession session,
      Interaction interaction,
      Cancellation cancel)
      throws KeyException, WebAuthnException {
    throw new UnsupportedOperationException();
  }

  /**
   * Signs in with a credential, WebAuthn Level 3 §5.1.4.
   *
   * @param requestOptionsJson a PublicKeyCredentialRequestOptionsJSON, §5.1.10
   * @param origin such as {@code https://login.example.com}
   * @return an AuthenticationResponseJSON, §5.1.8.2
   */
  @SuppressWarnings("DoNotCallSuggester") // until its body lands
  public String authenticate(
      String requestOptionsJson,
      String origin,
      KeySession session,
      Interaction interaction,
      Cancellation cancel)
      throws KeyException, WebAuthnException {
    throw new UnsupportedOperationException();
  }
}
