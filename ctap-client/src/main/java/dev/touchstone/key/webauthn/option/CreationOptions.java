package dev.touchstone.key.webauthn.option;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a relying party wants of a registration: PublicKeyCredentialCreationOptionsJSON, WebAuthn
 * Level 3 §5.1.9 and §5.4.
 *
 * @param rpId empty for the origin's own domain
 * @param algorithms COSE algorithm numbers in order of preference
 * @param excludeCredentials those that must not be on the key
 * @param extensions client extension inputs, an object or absent
 */
public record CreationOptions(
    Optional<String> rpId,
    String rpName,
    UserAccount user,
    Bytes challenge,
    List<Integer> algorithms,
    Duration timeout,
    List<CredentialId> excludeCredentials,
    Attachment attachment,
    ResidentKeyRequirement residentKey,
    UserVerificationRequirement userVerification,
    AttestationConveyance attestation,
    Member extensions) {

  private static final int MAX_USER_HANDLE = 64;

  /** §5.1.3 step 10: what an empty list stands for, ES256 and RS256. */
  private static final List<Integer> DEFAULT_ALGORITHMS = List.of(-7, -257);

  /**
   * Reads the JSON.
   *
   * @throws OptionsRejected with the member that is malformed
   */
  public static CreationOptions parse(String json) throws OptionsRejected {
    Member options = Member.parse(json);
    Member rp = options.member("rp");
    Member selection = options.member("authenticatorSelection");
    return new CreationOptions(
        rp.member("id").text(),
        present(rp).member("name").requiredText(),
        user(present(options.member("user"))),
        CommonMembers.challenge(options),
        algorithms(present(options.member("pubKeyCredParams"))),
        CommonMembers.timeout(options),
        CommonMembers.descriptors(options.member("excludeCredentials")),
        Attachment.of(
            selection.member("authenticatorAttachment").text().orElse(""),
            CommonMembers.hints(options)),
        ResidentKeyRequirement.of(
            selection.member("residentKey").text().orElse(""),
            selection.member("requireResidentKey").flag()),
        UserVerificationRequirement.of(selection.member("userVerification").text().orElse("")),
        AttestationConveyance.of(options.member("attestation").text().orElse("")),
        options.member("extensions"));
  }

  private static UserAccount user(Member user) throws OptionsRejected {
    Bytes id = user.member("id").requiredBytes();
    if (id.length() < 1 || id.length() > MAX_USER_HANDLE) {
      throw user.member("id").wrong("has to be 1 to 64 bytes long.");
    }
    return new UserAccount(
        id, user.member("name").requiredText(), user.member("displayName").requiredText());
  }

  private static List<Integer> algorithms(Member parameters) throws OptionsRejected {
    List<Integer> algorithms = new ArrayList<>();
    for (Member parameter : parameters.elements()) {
      Member alg = parameter.member("alg");
      OptionalLong number = alg.number();
      if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
        throw alg.wrong("has to be a COSE algorithm number.");
      }
      if (parameter.member("type").requiredText().equals(CommonMembers.PUBLIC_KEY)) {
        algorithms.add((int) number.getAsLong());
      }
    }
    if (parameters.elements().isEmpty()) {
      return DEFAULT_ALGORITHMS;
    }
    if (algorithms.isEmpty()) {
      throw parameters.unsupported("has no entry of type public-key.");
    }
    return List.copyOf(algorithms);
  }

  private static Member present(Member member) throws OptionsRejected {
    if (!member.isPresent()) {
      throw member.wrong("is missing.");
    }
    return member;
  }
}
