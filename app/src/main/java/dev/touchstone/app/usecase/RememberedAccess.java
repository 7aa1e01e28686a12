package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remembered.RememberedKey;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.remembered.RememberedKeysException;
import dev.touchstone.app.usecase.CredentialsOnKey.WithoutPin;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.session.uv.PersistentToken;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The right to look into a key without its PIN: found, given, noted and taken away. */
record RememberedAccess(RememberedKeys keys, InstantSource clock) {

  /** The key, if it is remembered; the caller closes it. */
  Optional<RememberedKey> find(GetInfo.Reply info) throws Failure {
    try {
      return keys.recognise(info);
    } catch (RememberedKeysException e) {
      throw failure(e);
    }
  }

  /**
   * Remembers it from now on.
   *
   * @throws Failure if the key does not tell who it is, or what is remembered cannot be kept
   */
  RememberedKey give(KeyDevice key, GetInfo.Reply info, PersistentToken token) throws Failure {
    Bytes identifier =
        token
            .identifier(info)
            .orElseThrow(() ->
                new Failure(
                    new Advice(
                        Advice.Kind.FAILED,
                        "This key does not tell who it is, so it could not be known again.",
                        "Nothing is remembered.",
                        "List its credentials with the PIN.",
                        "CTAP 2.3 §6.4 encIdentifier")));
    Instant now = clock.instant();
    RememberedKey given =
        new RememberedKey(token, identifier, key.name(), now, now, token.storeState(info));
    try {
      keys.remember(given);
    } catch (RememberedKeysException e) {
      throw failure(e);
    }
    return given;
  }

  /** What there is to say about this look, which is noted for the next one. */
  WithoutPin look(RememberedKey key, GetInfo.Reply info) throws RememberedKeysException {
    Optional<Bytes> now = key.token().storeState(info);
    Optional<Boolean> changed =
        now.isPresent() && key.state().isPresent()
            ? Optional.of(!now.equals(key.state()))
            : Optional.empty();
    keys.looked(key, clock.instant(), now);
    return new WithoutPin(key.since(), key.lastLook(), changed);
  }

  void takeAway(RememberedKey key) throws Failure {
    try {
      keys.forget(key);
    } catch (RememberedKeysException e) {
      throw failure(e);
    }
  }

  static Failure failure(RememberedKeysException e) {
    String message = String.valueOf(e.getMessage());
    int semicolon = message.lastIndexOf("; ");
    return new Failure(
        semicolon < 0
            ? new Advice(Advice.Kind.FAILED, message, "", "", "")
            : new Advice(
                Advice.Kind.FAILED,
                message.substring(0, semicolon) + ".",
                "",
                Character.toUpperCase(message.charAt(semicolon + 2))
                    + message.substring(semicolon + 3),
                ""),
        e);
  }
}
