package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** prf while a credential is used: the inputs for that credential, or else those for any. */
final class PrfAtAuthentication implements AtAuthentication {

  private final Conversation conversation;
  private final Optional<PrfValues> eval;
  private final Map<CredentialId, PrfValues> evalByCredential;
  private @Nullable HmacSecret evaluation;
  private Optional<Salts> salts = Optional.empty();

  PrfAtAuthentication(
      Conversation conversation,
      Optional<PrfValues> eval,
      Map<CredentialId, PrfValues> evalByCredential) {
    this.conversation = conversation;
    this.eval = eval;
    this.evalByCredential = evalByCredential;
  }

  @Override
  public boolean needsCredential() {
    return !evalByCredential.isEmpty();
  }

  @Override
  public GetAssertion.Extensions input(
      GetAssertion.Extensions input, Optional<CredentialId> credential) throws KeyException {
    salts = credential.map(evalByCredential::get).or(() -> eval).map(Salts::new);
    if (salts.isEmpty() || !conversation.info().supportsExtension(HmacSecret.ID)) {
      return input;
    }
    evaluation = HmacSecret.agree(conversation);
    return input.withHmacSecret(evaluation.input(salts.get()));
  }

  @Override
  public void output(GetAssertion.Reply reply, Verification verification, ObjectNode results)
      throws KeyException {
    ObjectNode prf = results.putObject(Prf.ID);
    Optional<Bytes> encrypted = reply.authenticatorData().extensions().hmacSecret();
    if (evaluation != null && salts.isPresent() && encrypted.isPresent()) {
      evaluation.output(encrypted.get(), salts.get()).write(prf.putObject("results"));
    }
  }
}
