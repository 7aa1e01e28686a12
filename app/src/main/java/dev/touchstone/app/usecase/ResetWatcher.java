package dev.touchstone.app.usecase;

import dev.touchstone.key.transport.KeyDevice;
import java.time.Instant;
import java.util.Optional;

/** Follows a reset, which is done in front of the key as much as in the program. */
public interface ResetWatcher extends KeyWatcher {

  /** The next step began. Called on the use case's thread. */
  void step(Step step);

  /** What is waited for. */
  sealed interface Step {

    /** The person takes the key out, or off its reader. */
    record TakeOut(KeyDevice key) implements Step {}

    /** The person puts it back. */
    record PutBack(KeyDevice key) implements Step {}

    /**
     * A key came, and is looked at: is it the one?
     *
     * @param until when it takes a reset no more; empty where nobody knows when it got power
     */
    record LookAt(KeyDevice key, Optional<Instant> until) implements Step {}

    /**
     * The command is sent: from now on the key decides.
     *
     * @param longTouch whether the finger has to stay for up to ten seconds
     * @param until as for {@link LookAt}
     */
    record Reset(KeyDevice key, boolean longTouch, Optional<Instant> until) implements Step {}
  }
}
