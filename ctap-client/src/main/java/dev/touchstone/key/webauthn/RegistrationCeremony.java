package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.AuthenticatorData.AttestedCredential;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.UserVerification;
import dev.touchstone.key.session.uv.Verification;
import dev.touchstone.key.webauthn.extension.Extensions;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.CredentialExcluded;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.option.Attachment;
import dev.touchstone.key.webauthn.option.AttestationConveyance;
import dev.touchstone.key.webauthn.option.CreationOptions;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** One registration with one key, WebAuthn Level 3 §5.1.3 from step 22 on. */
final class RegistrationCeremony {

  private static final String REASON = "The key wants its PIN to register a credential for ";

  private final CreationOptions options;
  private final String rpId;
  private final ClientData clientData;
  private final Conversation conversation;
  private final Extensions extensions;
  private final UserVerification userVerification;
  private final CredentialSearch search;

  RegistrationCeremony(
      CreationOptions options,
      String rpId,
      ClientData clientData,
      Conversation conversation,
      Extensions extensions) {
    this.options = options;
    this.rpId = rpId;
    this.clientData = clientData;
    this.conversation = conversation;
    this.extensions = extensions;
    this.userVerification = new UserVerification(conversation);
    this.search = new CredentialSearch(conversation);
  }

  String run() throws KeyException, WebAuthnException {
    if (options.attachment() == Attachment.PLATFORM) {
      throw new KeyUnsuitable(
          "NotAllowedError",
          "The options want an authenticator that is built into the computer, and this is a"
              + " security key.");
    }
    List<Integer> algorithms = commonAlgorithms();
    boolean residentKey = residentKey();
    Extensions.Registration wanted = extensions.of(options, residentKey, conversation);
    boolean verify =
        new VerificationNeed(conversation, userVerification)
            .forRegistration(options.userVerification(), residentKey);
    MakeCredential.Reply reply;
    try (Verification verification = verify ? verify() : new Verification.None()) {
      reply = make(algorithms, residentKey, wanted, verification);
    } catch (KeyRefused e) {
      throw unlessMeaningful(e);
    }
    AttestedCredential credential = reply.authenticatorData().attestedCredential().orElseThrow();
    return ResponseJson.registration(
        credential,
        clientData,
        AttestationObject.of(reply, options.attestation()),
        transports(),
        wanted.outputs(reply));
  }

  /** §5.1.3 step 22: the key must support one of them; one that does not tell is left to choose. */
  private List<Integer> commonAlgorithms() throws KeyUnsuitable {
    List<Integer> supported = info().algorithms();
    List<Integer> common =
        options.algorithms().stream()
            .filter(algorithm -> supported.isEmpty() || supported.contains(algorithm))
            .toList();
    if (common.isEmpty()) {
      throw noAlgorithm();
    }
    return common;
  }

  private boolean residentKey() throws KeyUnsuitable {
    boolean supported = info().options().residentKey();
    return switch (options.residentKey()) {
      case REQUIRED -> {
        if (!supported) {
          throw new KeyUnsuitable(
              "ConstraintError",
              "This key cannot hold the discoverable credential that is required.");
        }
        yield true;
      }
      case PREFERRED -> supported;
      case DISCOURAGED -> false;
    };
  }

  private Verification verify() throws KeyException {
    Set<Permission> permissions =
        options.excludeCredentials().isEmpty()
            ? Set.of(Permission.MAKE_CREDENTIAL)
            : Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION);
    return userVerification.verify(permissions, rpId, REASON + rpId + ".");
  }

  private MakeCredential.Reply make(
      List<Integer> algorithms,
      boolean residentKey,
      Extensions.Registration wanted,
      Verification verification)
      throws KeyException {
    try {
      return conversation.send(command(algorithms, residentKey, wanted, verification));
    } catch (KeyRefused e) {
      if (e.status() != CtapStatus.PUAT_REQUIRED
          || !(verification instanceof Verification.None)
          || !userVerification.isPossible()) {
        throw e;
      }
      // the key has its own opinion on when to verify, and says so only now
      try (Verification second = verify()) {
        return conversation.send(command(algorithms, residentKey, wanted, second));
      }
    }
  }

  /** The whole list, or of a long one the member that is on the key. */
  private List<CredentialId> excluded(Verification verification) throws KeyException {
    List<CredentialId> possible = search.possible(options.excludeCredentials());
    return search.fits(possible)
        ? possible
        : search.find(rpId, possible, verification).stream().toList();
  }

  private MakeCredential command(
      List<Integer> algorithms,
      boolean residentKey,
      Extensions.Registration wanted,
      Verification verification)
      throws KeyException {
    boolean enterprise =
        options.attestation() == AttestationConveyance.ENTERPRISE
            && info().options().enterpriseAttestation();
    return new MakeCredential(
        clientData.hash(),
        new RelyingParty(rpId, options.rpName()),
        options.user(),
        algorithms,
        excluded(verification),
        wanted.inputs(),
        residentKey,
        verification.byTheCommandItself(),
        verification.proofOver(clientData.hash().toArray()),
        // vendor-facilitated: the key has the list of relying parties that may learn who it is
        enterprise ? OptionalInt.of(1) : OptionalInt.empty());
  }

  private KeyRefused unlessMeaningful(KeyRefused e) throws WebAuthnException {
    return switch (e.status()) {
      case CREDENTIAL_EXCLUDED -> throw new CredentialExcluded();
      case UNSUPPORTED_ALGORITHM -> throw noAlgorithm();
      default -> e;
    };
  }

  private static KeyUnsuitable noAlgorithm() {
    return new KeyUnsuitable(
        "NotSupportedError", "This key supports none of the algorithms in pubKeyCredParams.");
  }

  private List<String> transports() {
    return info().transports().isEmpty() ? List.of("usb") : info().transports();
  }

  private GetInfo.Reply info() {
    return conversation.info();
  }
}
