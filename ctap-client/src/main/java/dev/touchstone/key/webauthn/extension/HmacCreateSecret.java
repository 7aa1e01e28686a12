package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/** CTAP 2.3 §12 hmac-secret by its own client input: only prepares the credential for it. */
final class HmacCreateSecret implements Extension {

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    boolean wanted = options.extensions().member("hmacCreateSecret").flag();
    return wanted && conversation.info().supportsExtension(HmacSecret.ID)
        ? Optional.of(new Preparation())
        : Optional.empty();
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) {
    return Optional.empty();
  }

  private record Preparation() implements AtRegistration {
    @Override
    public MakeCredential.Extensions input(MakeCredential.Extensions input) {
      return input.withHmacSecret();
    }

    @Override
    public void output(MakeCredential.Reply reply, ObjectNode results) {
      results.put(
          "hmacCreateSecret",
          reply.authenticatorData().extensions().hmacSecretEnabled().orElse(false));
    }
  }
}
