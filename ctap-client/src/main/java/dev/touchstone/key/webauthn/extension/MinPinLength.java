package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/**
 * CTAP 2.3 §12 minPinLength: the key tells the relying party, inside the authenticator data, how
 * long its PIN has to be, if an administrator allowed that.
 */
final class MinPinLength implements Extension {

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    boolean wanted = options.extensions().member("minPinLength").flag();
    return wanted && conversation.info().supportsExtension("minPinLength")
        ? Optional.of(new Question())
        : Optional.empty();
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) {
    return Optional.empty();
  }

  private record Question() implements AtRegistration {
    @Override
    public MakeCredential.Extensions input(MakeCredential.Extensions input) {
      return input.withMinPinLength();
    }

    @Override
    public void output(MakeCredential.Reply reply, ObjectNode results) {}
  }
}
