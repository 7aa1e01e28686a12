package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import java.util.Optional;

/**
 * The main job in one go: a key, a registration, two sign-ins, every step explained. It happens in
 * a relying party of its own that is gone afterwards.
 */
public final class TryIt {

  /** Names the key; empty for the virtual one. */
  public record Request(Optional<String> keyId) {}

  /** Also told each ceremony when it is over, so that a front end can show it at once. */
  public interface Watcher extends CeremonyWatcher {

    /** The key was read. */
    void keyDescribed(KeyDescription key);

    /** A ceremony came to its verdict. */
    void finished(CeremonyResult result);
  }

  /**
   * Everything that happened.
   *
   * @param key what the key told about itself
   * @param registration the registration
   * @param signIns the two sign-ins; empty when the registration was refused
   */
  public record Result(
      KeyDescription key, CeremonyResult registration, List<CeremonyResult> signIns) {

    public Result {
      signIns = List.copyOf(signIns);
    }

    /** Whether everything was accepted. */
    public boolean accepted() {
      return registration.verdict().accepted()
          && signIns.size() == 2
          && signIns.stream().allMatch(result -> result.verdict().accepted());
    }
  }

  /**
   * Does it all; ends early when a ceremony is refused.
   *
   * @throws Failure if a ceremony did not come to a verdict
   */
  public Result run(Request request, Watcher watcher, Cancellation cancellation) throws Failure {
    return Pending.of(request);
  }
}
