package dev.touchstone.app.remembered;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.session.uv.PersistentToken;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that may be looked into without a PIN.
 *
 * @param token a secret; whoever has the record closes it
 * @param identifier what the key tells under the token: which key it is, until it is reset
 * @param name what the key was called then, for people
 * @param since when somebody who knew the PIN said so
 * @param lastLook when its credentials were last listed by it
 * @param state of the credentials at that time; empty where the key does not tell
 */
public record RememberedKey(
    PersistentToken token,
    Bytes identifier,
    String name,
    Instant since,
    Instant lastLook,
    Optional<Bytes> state)
    implements AutoCloseable {

  /** The same after another look. */
  RememberedKey looked(Instant when, Optional<Bytes> told) {
    return new RememberedKey(token, identifier, name, since, when, told);
  }

  @Override
  public void close() {
    token.close();
  }
}
