package dev.touchstone.key.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.AuthenticatorData.AttestedCredential;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.TokenScope;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One registration with one key, WebAuthn Level 3 §5.1.3 from step 22 on. */
final class RegistrationCeremony {

  private static final String REASON = "The key wants its PIN to register a credential for ";

  private final CreationOptions options;
  private final String rpId;
  private final Optional<String> appIdExclude;
  private final ClientData clientData;
  private final Conversation conversation;
  private final Extensions extensions;
  private final UserVerification userVerification;
  private final CredentialSearch search;

  RegistrationCeremony(
      CreationOptions options,
      String rpId,
      Optional<String> appIdExclude,
      ClientData clientData,
      Conversation conversation,
      Extensions extensions) {
    this.options = options;
    this.rpId = rpId;
    this.appIdExclude = appIdExclude;
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
    excludeByAppId();
    MakeCredential.Reply reply;
    try {
      reply =
          userVerification.around(
              verify,
              TokenScope.ceremony(permissions(), rpId),
              REASON + rpId + ".",
              verification ->
                  conversation.send(command(algorithms, residentKey, wanted, verification)));
    } catch (KeyRefused e) {
      throw unlessMeaningful(e);
    }
    AttestedCredential credential = reply.authenticatorData().attestedCredential().orElseThrow();
    return ResponseJson.registration(
        credential,
        clientData,
        AttestationObject.of(reply, options.attestation()),
        transports(),
        outputs(wanted, reply));
  }

  /** §10.1.2: credentials of the U2F time are excluded under the name that they had then. */
  private void excludeByAppId() throws KeyException, CredentialExcluded {
    List<CredentialId> possible = search.possible(options.excludeCredentials());
    if (appIdExclude.isPresent()
        && search.find(appIdExclude.get(), possible, new Verification.None()).isPresent()) {
      throw new CredentialExcluded();
    }
  }

  private ObjectNode outputs(Extensions.Registration wanted, MakeCredential.Reply reply)
      throws KeyException {
    ObjectNode results = wanted.outputs(reply);
    appIdExclude.ifPresent(_ -> results.put("appidExclude", true));
    return results;
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

  private Set<Permission> permissions() {
    return options.excludeCredentials().isEmpty()
        ? Set.of(Permission.MAKE_CREDENTIAL)
        : Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION);
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
