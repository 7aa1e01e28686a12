package dev.touchstone.app.party;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;

/**
 * A relying party as a ceremony sees it, whether it is inside this program or on a server
 * somewhere: it asks, and it judges the answer.
 */
public interface Party extends AutoCloseable {

  /** What was asked, and where the answer goes. */
  interface Asked {

    /**
     * W3C {@code PublicKeyCredentialCreationOptionsJSON} or {@code
     * PublicKeyCredentialRequestOptionsJSON}.
     */
    String optionsJson();

    /**
     * Hands in the answer, W3C JSON.
     *
     * @return the verdict, which may be a refusal; that of a server holds no steps
     * @throws Failure if there is no verdict
     */
    Verdict answer(String responseJson) throws Failure;
  }

  /**
   * Asks for a new credential (WebAuthn Level 3 §7.1).
   *
   * @throws Failure if it cannot be asked
   */
  Asked register(RegistrationRequest request) throws Failure;

  /**
   * Asks for a sign-in (WebAuthn Level 3 §7.2).
   *
   * @throws Failure if it cannot be asked
   */
  Asked signIn(AuthenticationRequest request) throws Failure;

  @Override
  void close();
}
