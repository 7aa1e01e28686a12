package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.session.Conversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** prf while a credential is made: prepared always, evaluated where the key can do that already. */
final class PrfAtRegistration implements AtRegistration {

  private final Conversation conversation;
  private final Optional<Salts> salts;
  private @Nullable HmacSecret evaluation;

  PrfAtRegistration(Conversation conversation, Optional<PrfValues> eval) {
    this.conversation = conversation;
    this.salts = eval.map(Salts::new);
  }

  @Override
  public MakeCredential.Extensions input(MakeCredential.Extensions input) throws KeyException {
    if (!conversation.info().supportsExtension(HmacSecret.ID)) {
      return input;
    }
    if (salts.isEmpty() || !conversation.info().supportsExtension(HmacSecret.ID_AT_CREATION)) {
      return input.withHmacSecret();
    }
    evaluation = HmacSecret.agree(conversation);
    return input.withHmacSecretMc(evaluation.input(salts.get()));
  }

  @Override
  public void output(MakeCredential.Reply reply, ObjectNode results) throws KeyException {
    ObjectNode prf = results.putObject(Prf.ID);
    prf.put("enabled", reply.authenticatorData().extensions().hmacSecretEnabled().orElse(false));
    Optional<Bytes> encrypted = reply.authenticatorData().extensions().hmacSecretMc();
    if (evaluation != null && salts.isPresent() && encrypted.isPresent()) {
      evaluation.output(encrypted.get(), salts.get()).write(prf.putObject("results"));
    }
  }
}
