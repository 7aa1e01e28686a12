package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.app.remembered.RememberedKey;
import dev.touchstone.app.remembered.RememberedKeysException;
import dev.touchstone.app.usecase.CredentialsOnKey.WithoutPin;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.manage.KeyCredentials;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.PersistentToken;
import java.util.Optional;

/** Lists what is on a key by whatever right there is: a PIN, or what was remembered. */
record CredentialListing(
    KeySitting sitting,
    HeldVerification held,
    RememberedAccess remembered,
    KeyWatcher watcher,
    Cancellation cancellation) {

  private static final String REMEMBERING =
      "With its PIN this key lets its credentials be looked at from now on without one.";

  CredentialsOnKey run(Access access) throws Failure {
    return switch (access) {
      case REMEMBER -> byPinAndRemember();
      case REMEMBERED -> byWhatIsRemembered().orElseThrow(CredentialListing::notRemembered);
      case USUAL -> held.isHeld() ? byPin("") : asUsual();
    };
  }

  /** What is remembered is a convenience: trouble with it is told, and the PIN asked for. */
  private CredentialsOnKey asUsual() throws Failure {
    String note = "";
    try {
      Optional<CredentialsOnKey> listed = byWhatIsRemembered();
      if (listed.isPresent()) {
        return listed.get();
      }
    } catch (Failure e) {
      if (!(e.getCause() instanceof RememberedKeysException)) {
        throw e;
      }
      note = e.advice().paragraph();
    }
    return byPin(note);
  }

  private CredentialsOnKey byPin(String note) throws Failure {
    KeyCredentials content = step(conversation -> new ListKeyCredentials(conversation, held).run());
    return new CredentialsOnKey(sitting.key(), content, Optional.empty(), note);
  }

  private CredentialsOnKey byPinAndRemember() throws Failure {
    try (PersistentToken token = step(CredentialListing::persistentToken);
        RememberedKey given = remembered.give(sitting.key(), info(), token)) {
      KeyCredentials content =
          step(conversation -> new ListKeyCredentials(conversation, given.token()).run());
      return found(content, new WithoutPin(given.since(), given.lastLook(), Optional.empty()), "");
    }
  }

  private static PersistentToken persistentToken(Conversation conversation) throws KeyException {
    ListKeyCredentials.check(conversation);
    return PersistentToken.obtain(conversation, REMEMBERING);
  }

  /** Empty if the key is not remembered, or does not know the right any more. */
  private Optional<CredentialsOnKey> byWhatIsRemembered() throws Failure {
    GetInfo.Reply info = info();
    Optional<RememberedKey> known = remembered.find(info);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try (RememberedKey key = known.get()) {
      Optional<KeyCredentials> content = step(conversation -> unlessVoid(conversation, key));
      if (content.isEmpty()) {
        remembered.takeAway(key);
        return Optional.empty();
      }
      return Optional.of(noted(content.get(), key, info));
    }
  }

  private static Optional<KeyCredentials> unlessVoid(Conversation conversation, RememberedKey key)
      throws KeyException {
    try {
      return Optional.of(new ListKeyCredentials(conversation, key.token()).run());
    } catch (KeyRefused e) {
      if (e.status() == CtapStatus.PIN_AUTH_INVALID) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private CredentialsOnKey noted(KeyCredentials content, RememberedKey key, GetInfo.Reply info) {
    try {
      return found(content, remembered.look(key, info), "");
    } catch (RememberedKeysException e) {
      return found(
          content,
          new WithoutPin(key.since(), key.lastLook(), Optional.empty()),
          RememberedAccess.failure(e).advice().paragraph());
    }
  }

  private CredentialsOnKey found(KeyCredentials content, WithoutPin right, String note) {
    return new CredentialsOnKey(sitting.key(), content, Optional.of(right), note);
  }

  private GetInfo.Reply info() throws Failure {
    return step(conversation -> conversation.send(new GetInfo()));
  }

  private <T> T step(KeySitting.Step<T> step) throws Failure {
    return sitting.run(Operation.LIST_CREDENTIALS, watcher, cancellation, step);
  }

  private static Failure notRemembered() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "This key is not remembered, or its PIN was changed since.",
            "Nothing was asked of it.",
            "Let it be remembered: 'touchstone credentials --remember' asks for its PIN once.",
            ""));
  }
}
