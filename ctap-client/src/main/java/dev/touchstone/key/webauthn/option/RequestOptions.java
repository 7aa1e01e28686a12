package dev.touchstone.key.webauthn.option;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a relying party wants of a sign-in: PublicKeyCredentialRequestOptionsJSON, WebAuthn Level 3
 * §5.1.10 and §5.5. Its hints choose between kinds of authenticators; with one key at hand there is
 * nothing to choose, so they are only checked for their form.
 *
 * @param rpId empty for the origin's own domain
 * @param allowCredentials those that will do
 * @param anyCredential whether the list was left empty, so that any discoverable one will do
 * @param extensions client extension inputs, an object or absent
 */
public record RequestOptions(
    Optional<String> rpId,
    Bytes challenge,
    Duration timeout,
    List<CredentialId> allowCredentials,
    boolean anyCredential,
    UserVerificationRequirement userVerification,
    Member extensions) {

  /**
   * Reads the JSON.
   *
   * @throws OptionsRejected with the member that is malformed
   */
  public static RequestOptions parse(String json) throws OptionsRejected {
    Member options = Member.parse(json);
    Member allowed = options.member("allowCredentials");
    CommonMembers.hints(options);
    return new RequestOptions(
        options.member("rpId").text(),
        CommonMembers.challenge(options),
        CommonMembers.timeout(options),
        CommonMembers.descriptors(allowed),
        allowed.elements().isEmpty(),
        UserVerificationRequirement.of(options.member("userVerification").text().orElse("")),
        options.member("extensions"));
  }
}
