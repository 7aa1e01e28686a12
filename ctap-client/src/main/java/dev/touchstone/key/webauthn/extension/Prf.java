package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.Member;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** WebAuthn Level 3 §10.1.4 prf: a secret that only this credential can compute, per input. */
final class Prf implements Extension {

  static final String ID = "prf";

  private static final String EVAL = "eval";
  private static final String EVAL_BY_CREDENTIAL = "evalByCredential";

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    Member prf = options.extensions().member(ID);
    if (!prf.isPresent()) {
      return Optional.empty();
    }
    if (prf.member(EVAL_BY_CREDENTIAL).isPresent()) {
      throw prf.member(EVAL_BY_CREDENTIAL).unsupported("is for signing in only.");
    }
    return Optional.of(new PrfAtRegistration(conversation, eval(prf)));
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) throws WebAuthnException {
    Member prf = options.extensions().member(ID);
    if (!prf.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new PrfAtAuthentication(conversation, eval(prf), evalByCredential(prf, options)));
  }

  private static Optional<PrfValues> eval(Member prf) throws OptionsRejected {
    Member eval = prf.member(EVAL);
    return eval.isPresent() ? Optional.of(PrfValues.read(eval)) : Optional.empty();
  }

  private static Map<CredentialId, PrfValues> evalByCredential(Member prf, RequestOptions options)
      throws OptionsRejected {
    Member byCredential = prf.member(EVAL_BY_CREDENTIAL);
    Map<CredentialId, PrfValues> values = new HashMap<>();
    for (Map.Entry<String, Member> entry : byCredential.members().entrySet()) {
      if (options.anyCredential()) {
        throw byCredential.unsupported("needs a list of allowed credentials.");
      }
      CredentialId credential =
          options.allowCredentials().stream()
              .filter(allowed -> allowed.bytes().base64Url().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() ->
                  new OptionsRejected(
                      "SyntaxError",
                      entry.getValue().name(),
                      "is not one of the allowed credentials."));
      values.put(credential, PrfValues.read(entry.getValue()));
    }
    return Map.copyOf(values);
  }
}
