package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remembered.RememberedKey;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.remembered.RememberedKeysException;
import java.time.Instant;
import java.util.List;

/** Forgets every right to look into keys without a PIN. */
public final class ForgetKeys {

  private final RememberedKeys remembered;

  ForgetKeys(RememberedKeys remembered) {
    this.remembered = remembered;
  }

  /** A key that is remembered, by the name it had. */
  public record Remembered(String name, Instant since) {}

  /**
   * Looks, changes nothing.
   *
   * @throws Failure if what is remembered cannot be read; it can be forgotten all the same
   */
  public List<Remembered> preview() throws Failure {
    try {
      List<RememberedKey> all = remembered.all();
      try {
        return all.stream().map(it -> new Remembered(it.name(), it.since())).toList();
      } finally {
        all.forEach(RememberedKey::close);
      }
    } catch (RememberedKeysException e) {
      throw RememberedAccess.failure(e);
    }
  }

  /**
   * Forgets them.
   *
   * @throws Failure if that cannot be kept
   */
  public void apply() throws Failure {
    try {
      remembered.forgetAll();
    } catch (RememberedKeysException e) {
      throw RememberedAccess.failure(e);
    }
  }
}
