package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/** WebAuthn Level 3 §10.1.3 credProps: whether the credential is discoverable. */
final class CredProps implements Extension {

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    return options.extensions().member("credProps").flag()
        ? Optional.of(new Answer(residentKey))
        : Optional.empty();
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) {
    return Optional.empty();
  }

  private record Answer(boolean residentKey) implements AtRegistration {
    @Override
    public MakeCredential.Extensions input(MakeCredential.Extensions input) {
      return input;
    }

    @Override
    public void output(MakeCredential.Reply reply, ObjectNode results) {
      results.putObject("credProps").put("rk", residentKey);
    }
  }
}
