package dev.touchstone.key.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.session.uv.UserVerification;
import dev.touchstone.key.session.uv.Verification;
import dev.touchstone.key.webauthn.extension.Extensions;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.NoMatchingCredential;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One sign-in with one key, WebAuthn Level 3 §5.1.4.1. */
final class AuthenticationCeremony {

  private static final String REASON = "The key wants its PIN to sign in to ";

  private final RequestOptions options;
  private final Scope scope;
  private final ClientData clientData;
  private final Conversation conversation;
  private final Extensions.Authentication extensions;
  private final UserVerification userVerification;
  private final CredentialSearch search;
  private final List<CredentialId> allowed;

  AuthenticationCeremony(
      RequestOptions options,
      Scope scope,
      ClientData clientData,
      Conversation conversation,
      Extensions extensions)
      throws WebAuthnException {
    this.options = options;
    this.scope = scope;
    this.clientData = clientData;
    this.conversation = conversation;
    this.extensions = extensions.of(options, conversation);
    this.userVerification = new UserVerification(conversation);
    this.search = new CredentialSearch(conversation);
    this.allowed = search.possible(options.allowCredentials());
  }

  String run() throws KeyException, WebAuthnException {
    if (options.anyCredential() && conversation.info().isU2fOnly()) {
      throw new NoMatchingCredential(
          "This key speaks U2F only: it cannot sign in without being told the credential.");
    }
    if (!options.anyCredential() && allowed.isEmpty()) {
      throw noneOfTheList();
    }
    boolean verify =
        new VerificationNeed(conversation, userVerification)
            .forAuthentication(options.userVerification());
    try {
      return userVerification.around(
          verify || permittedWritingWanted(),
          TokenScope.ceremony(permissions(), scope.rpId()),
          REASON + scope.rpId() + ".",
          this::signed);
    } catch (KeyRefused e) {
      switch (e.status()) {
        case NO_CREDENTIALS, INVALID_CREDENTIAL ->
            throw options.anyCredential()
                ? new NoMatchingCredential(
                    "This key holds no discoverable credential for " + scope.rpId() + ".")
                : noneOfTheList();
        default -> throw e;
      }
    }
  }

  private String signed(Verification verification) throws KeyException, WebAuthnException {
    Optional<CredentialId> known = known(verification);
    GetAssertion command =
        new GetAssertion(
            scope.rpId(),
            clientData.hash(),
            known.map(List::of).orElse(allowed),
            extensions.inputs(known),
            true,
            verification.byTheCommandItself(),
            verification.proofOver(clientData.hash().toArray()));
    GetAssertion.Reply first = conversation.send(command);
    GetAssertion.Reply chosen =
        options.anyCredential() ? new AccountChoice(conversation).among(first) : first;
    ObjectNode results = extensions.outputs(chosen, verification);
    scope.appIdUsed().ifPresent(used -> results.put("appid", used));
    return ResponseJson.authentication(idOf(chosen, command), clientData, chosen, results);
  }

  /** The credential that will be used, where it is certain or has to be found out beforehand. */
  private Optional<CredentialId> known(Verification verification)
      throws KeyException, NoMatchingCredential {
    if (allowed.size() == 1) {
      return Optional.of(allowed.getFirst());
    }
    if (options.anyCredential() || (search.fits(allowed) && !extensions.needCredential())) {
      return Optional.empty();
    }
    Optional<CredentialId> found = search.find(scope.rpId(), allowed, verification);
    if (found.isEmpty()) {
      throw noneOfTheList();
    }
    return found;
  }

  private static CredentialId idOf(GetAssertion.Reply reply, GetAssertion command)
      throws ReplyGarbled {
    if (reply.credential().isPresent()) {
      return reply.credential().get();
    }
    if (command.allowList().size() == 1) {
      return command.allowList().getFirst();
    }
    throw new ReplyGarbled("The key does not say which credential it used.");
  }

  private boolean permittedWritingWanted() {
    return !extensions.permissions().isEmpty() && userVerification.isPossible();
  }

  private Set<Permission> permissions() {
    Set<Permission> permissions = EnumSet.of(Permission.GET_ASSERTION);
    permissions.addAll(extensions.permissions());
    return permissions;
  }

  private static NoMatchingCredential noneOfTheList() {
    return new NoMatchingCredential("This key holds none of the credentials that are allowed.");
  }
}
