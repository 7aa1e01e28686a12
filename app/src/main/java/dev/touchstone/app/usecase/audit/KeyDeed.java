package dev.touchstone.app.usecase.audit;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.BioEnrollment;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.GetNextAssertion;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.Reset;
import dev.touchstone.key.ctap.Selection;
import dev.touchstone.rp.audit.AuditEvents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command that changes a key, in the words of the audit trail; nothing of it is secret.
 *
 * @param event one of {@link AuditEvents}
 * @param credential the one on the key that it is about, base64url; empty if none
 * @param facts further facts by name
 */
record KeyDeed(String event, String credential, Map<String, String> facts) {

  private static final Set<Permission> TO_ADMINISTER =
      Set.of(
          Permission.CREDENTIAL_MANAGEMENT,
          Permission.BIO_ENROLLMENT,
          Permission.LARGE_BLOB_WRITE,
          Permission.AUTHENTICATOR_CONFIGURATION);

  KeyDeed {
    facts = Map.copyOf(facts);
  }

  private static Optional<KeyDeed> of(String event) {
    return Optional.of(new KeyDeed(event, "", Map.of()));
  }

  private static Optional<KeyDeed> of(String event, String name, String value) {
    return Optional.of(new KeyDeed(event, "", Map.of(name, value)));
  }

  /** What the key has done; empty for what leaves it as it was. */
  static Optional<KeyDeed> done(CtapCommand<?> command, Object reply) {
    return tried(command).filter(deed -> deed.completedBy(reply));
  }

  private boolean completedBy(Object reply) {
    return switch (event) {
      case AuditEvents.KEY_UNLOCK -> false; // what is done by it is told, if something is
      case AuditEvents.KEY_FINGERPRINT_ENROL ->
          switch (reply) {
            case BioEnrollment.EnrollBegin.Reply begun -> begun.sample().remaining() == 0;
            case BioEnrollment.Sample sample -> sample.remaining() == 0;
            default -> false;
          };
      default -> true;
    };
  }

  /** What the key was to do; empty for what would leave it as it is. */
  static Optional<KeyDeed> tried(CtapCommand<?> command) {
    return switch (command) {
      case GetInfo _, MakeCredential _, GetAssertion _, GetNextAssertion _, Selection _ ->
          Optional.empty();
      case Reset _ -> of(AuditEvents.KEY_RESET);
      case AuthenticatorConfig config ->
          of(AuditEvents.KEY_CONFIG, "setting", setting(config.setting()));
      case LargeBlobs<?> blobs -> of(blobs);
      case ClientPin<?> pin -> of(pin);
      case CredentialManagement<?> credentials -> of(credentials);
      case BioEnrollment<?> fingerprints -> of(fingerprints);
    };
  }

  private static Optional<KeyDeed> of(ClientPin<?> command) {
    return switch (command) {
      case ClientPin.SetPin _ -> of(AuditEvents.KEY_PIN, "change", "set");
      case ClientPin.ChangePin _ -> of(AuditEvents.KEY_PIN, "change", "changed");
      case ClientPin.GetTokenUsingPin token -> unlock(token.permissions(), "PIN");
      case ClientPin.GetTokenUsingUv token -> unlock(token.permissions(), "finger");
      // a key without permissions does not tell what it is asked for: a sign-in, most often
      case ClientPin.GetPinToken _,
          ClientPin.GetPinRetries _,
          ClientPin.GetUvRetries _,
          ClientPin.GetKeyAgreement _ ->
          Optional.empty();
    };
  }

  private static Optional<KeyDeed> unlock(Set<Permission> permissions, String by) {
    return permissions.stream().anyMatch(TO_ADMINISTER::contains)
        ? of(AuditEvents.KEY_UNLOCK, "by", by)
        : Optional.empty();
  }

  private static Optional<KeyDeed> of(CredentialManagement<?> command) {
    return switch (command) {
      case CredentialManagement.DeleteCredential it ->
          Optional.of(
              new KeyDeed(
                  AuditEvents.KEY_CREDENTIAL_DELETE, it.credentialId().toString(), Map.of()));
      case CredentialManagement.UpdateUserInformation it ->
          Optional.of(
              new KeyDeed(
                  AuditEvents.KEY_CREDENTIAL_RENAME, it.credentialId().toString(), Map.of()));
      case CredentialManagement.GetCredsMetadata _,
          CredentialManagement.EnumerateRpsBegin _,
          CredentialManagement.EnumerateRpsNext _,
          CredentialManagement.EnumerateCredentialsBegin _,
          CredentialManagement.EnumerateCredentialsNext _ ->
          Optional.empty();
    };
  }

  private static Optional<KeyDeed> of(BioEnrollment<?> command) {
    return switch (command) {
      case BioEnrollment.EnrollBegin _, BioEnrollment.EnrollCaptureNextSample _ ->
          of(AuditEvents.KEY_FINGERPRINT_ENROL);
      case BioEnrollment.SetFriendlyName it ->
          of(AuditEvents.KEY_FINGERPRINT_RENAME, "fingerprint", it.templateId().base64Url());
      case BioEnrollment.RemoveEnrollment it ->
          of(AuditEvents.KEY_FINGERPRINT_DELETE, "fingerprint", it.templateId().base64Url());
      case BioEnrollment.GetModality _,
          BioEnrollment.GetSensorInfo _,
          BioEnrollment.CancelCurrentEnrollment _,
          BioEnrollment.EnumerateEnrollments _ ->
          Optional.empty();
    };
  }

  /** The key takes an array in pieces; one row tells of all of them. */
  private static Optional<KeyDeed> of(LargeBlobs<?> command) {
    return switch (command) {
      case LargeBlobs.Write it when it.offset() == 0 -> of(AuditEvents.KEY_LARGE_BLOB_WRITE);
      case LargeBlobs.Write _, LargeBlobs.Read _ -> Optional.empty();
    };
  }

  private static String setting(AuthenticatorConfig.Setting setting) {
    return switch (setting) {
      case AuthenticatorConfig.EnableEnterpriseAttestation _ -> "enterprise attestation on";
      case AuthenticatorConfig.ToggleAlwaysUv _ -> "always verify the user toggled";
      case AuthenticatorConfig.EnableLongTouchForReset _ -> "long touch for reset on";
      case AuthenticatorConfig.SetMinPinLength it -> minPinLength(it);
    };
  }

  private static String minPinLength(AuthenticatorConfig.SetMinPinLength it) {
    StringBuilder words = new StringBuilder("PIN rules:");
    it.newMinPinLength().ifPresent(length -> words.append(" at least ").append(length));
    if (!it.minPinLengthRpIds().isEmpty()) {
      words.append(" told to ").append(String.join(", ", it.minPinLengthRpIds()));
    }
    if (it.forceChangePin()) {
      words.append(" change forced");
    }
    if (it.pinComplexityPolicy()) {
      words.append(" complexity on");
    }
    return words.toString();
  }
}
