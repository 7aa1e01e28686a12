package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.Member;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/** CTAP 2.3 §12.1 credProtect: when the key may show or use the credential. */
final class CredProtect implements Extension {

  private static final int OPTIONAL = 1;

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    Member policy = options.extensions().member("credentialProtectionPolicy");
    boolean enforce = options.extensions().member("enforceCredentialProtectionPolicy").flag();
    if (!policy.isPresent()) {
      return Optional.empty();
    }
    int level = level(policy);
    if (conversation.info().supportsExtension("credProtect")) {
      return Optional.of(new Wish(level));
    }
    if (enforce && level != OPTIONAL) {
      throw new KeyUnsuitable(
          "NotAllowedError",
          "This key cannot protect a credential by credProtect, which the options enforce.");
    }
    return Optional.empty();
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) {
    return Optional.empty();
  }

  private static int level(Member policy) throws WebAuthnException {
    return switch (policy.requiredText()) {
      case "userVerificationOptional" -> OPTIONAL;
      case "userVerificationOptionalWithCredentialIDList" -> 2;
      case "userVerificationRequired" -> 3;
      default ->
          throw policy.wrong(
              "has to be userVerificationOptional, userVerificationOptionalWithCredentialIDList or"
                  + " userVerificationRequired.");
    };
  }

  /** The level in force is in the authenticator data, so there is nothing to add for the client. */
  private record Wish(int level) implements AtRegistration {
    @Override
    public MakeCredential.Extensions input(MakeCredential.Extensions input) {
      return input.withCredProtect(level);
    }

    @Override
    public void output(MakeCredential.Reply reply, ObjectNode results) {}
  }
}
