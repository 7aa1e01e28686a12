package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import java.util.List;
import java.util.Optional;

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
 * @param profile the person, for an account that is made
 * @param account whose credential it will be
 * @param owner of an account who asks by a token, as they were then: nothing is begun if the
 *     account is another's by now, or they were signed out everywhere since
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
    String extensionsJson,
    Profile profile,
    Account account,
    Optional<User> owner) {

  /** Whose credential is registered. */
  public enum Account {
    /** The account of that name, which is made where there is none. */
    ANY,
    /**
     * One that is yet to be made. Where there is one of that name, nothing tells until the answer
     * comes, which is refused: strangers cannot find out who has an account.
     */
    NEW,
    /** One that exists: a further key for somebody who has proven who they are. */
    EXISTING
  }

  /** For any account, of which nothing but a name is known. */
  public RegistrationRequest(
      String userName,
      String displayName,
      String label,
      String userVerification,
      String residentKey,
      String attestation,
      List<String> hints,
      List<Integer> algorithms,
      String extensionsJson) {
    this(
        userName,
        displayName,
        label,
        userVerification,
        residentKey,
        attestation,
        hints,
        algorithms,
        extensionsJson,
        Profile.UNKNOWN,
        Account.ANY,
        Optional.empty());
  }

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

  /** The same with a label for the credential. */
  public RegistrationRequest labelled(String itsLabel) {
    return new RegistrationRequest(
        userName,
        displayName,
        itsLabel,
        userVerification,
        residentKey,
        attestation,
        hints,
        algorithms,
        extensionsJson,
        profile,
        account,
        owner);
  }

  /** The same for this person and this kind of account. */
  public RegistrationRequest by(String shownAs, Profile person, Account which) {
    return new RegistrationRequest(
        userName,
        shownAs,
        label,
        userVerification,
        residentKey,
        attestation,
        hints,
        algorithms,
        extensionsJson,
        person,
        which,
        owner);
  }

  /** The same for somebody who has an account, as it was when they proved that it is theirs. */
  public RegistrationRequest by(User itsOwner) {
    return new RegistrationRequest(
        itsOwner.name(),
        itsOwner.displayName(),
        label,
        userVerification,
        residentKey,
        attestation,
        hints,
        algorithms,
        extensionsJson,
        itsOwner.profile(),
        Account.EXISTING,
        Optional.of(itsOwner));
  }
}
