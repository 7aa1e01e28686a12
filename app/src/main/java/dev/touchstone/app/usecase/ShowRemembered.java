package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remembered.RememberedKey;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.remembered.RememberedKeysException;
import dev.touchstone.key.ctap.GetInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether this computer may list the credentials of a key without its PIN, and the end of that. The
 * key itself is not asked: what it told when it was read is enough to know it again.
 */
public final class ShowRemembered {

  private final RememberedKeys remembered;

  ShowRemembered(RememberedKeys remembered) {
    this.remembered = remembered;
  }

  /**
   * A right to look.
   *
   * @param since when somebody who knew the PIN gave it
   * @param lastLook when the credentials were last listed by it
   */
  public record Right(Instant since, Instant lastLook) {}

  /**
   * Looks.
   *
   * @throws Failure if what is remembered cannot be read
   */
  public Optional<Right> of(GetInfo.Reply info) throws Failure {
    try {
      Optional<RememberedKey> known = remembered.recognise(info);
      known.ifPresent(RememberedKey::close);
      return known.map(it -> new Right(it.since(), it.lastLook()));
    } catch (RememberedKeysException e) {
      throw RememberedAccess.failure(e);
    }
  }

  /**
   * Takes the right away, on this computer.
   *
   * @return whether there was one
   * @throws Failure if that cannot be kept
   */
  public boolean forget(GetInfo.Reply info) throws Failure {
    try {
      Optional<RememberedKey> known = remembered.recognise(info);
      if (known.isEmpty()) {
        return false;
      }
      try (RememberedKey key = known.get()) {
        remembered.forget(key);
      }
      return true;
    } catch (RememberedKeysException e) {
      throw RememberedAccess.failure(e);
    }
  }
}
