package dev.touchstone.rp.ceremony;

import java.util.List;

/**
 * What the operator wants from a registration. The strings are those of WebAuthn Level 3 (for
 * example {@code required}, {@code preferred}, {@code discouraged}).
 *
 * @param userName unique name of the account; one that does not exist is made when the registration
 *     is accepted
 * @param displayName what the account is called on screens; the user name when empty
 * @param label what this credential is called in lists; may be empty
 * @param userVerification §5.8.6
 * @param residentKey §5.4.6
 * @param attestation §5.4.7
 * @param hints §5.8.7
 * @param algorithms COSE algorithm numbers in order of preference; the relying party's own when
 *     empty
 * @param extensionsJson a JSON object with the extension inputs of §9; {@code {}} for none
 */
public record RegistrationRequest(
    String userName,
    String displayName,
    String label,
    String userVerification,
    String residentKey,
    String attestation,
    List<String> hints,
    List<Integer> algorithms,
    String extensionsJson) {

  /**
   * The usual one: verification and resident key preferred, direct attestation, credProps asked
   * for.
   */
  public static RegistrationRequest forUser(String userName) {
    return new RegistrationRequest(
        userName,
        "",
        "",
        "preferred",
        "preferred",
        "direct",
        List.of(),
        List.of(),
        "{\"credProps\":true}");
  }
}
