package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.Optional;

/**
 * A verdict that was reached while others went on writing, and what it changes. Judging takes far
 * longer than storing; so that many ceremonies can be judged at the same time, each is judged on
 * what was read, and stored only if that has not changed since.
 */
public interface Draft {

  /**
   * Whether a judge would still see the same; if so, the challenge is spent now, which only one can
   * do, and what {@link #apply} changes is locked.
   */
  boolean holds(Records records);

  /**
   * Stores what the verdict changes.
   *
   * @throws RelyingPartyException if it cannot be stored; then nothing is
   */
  Verdict apply(Records records) throws RelyingPartyException;

  /** Reaches a verdict on what is stored. */
  @FunctionalInterface
  interface Judge {
    Draft judge(Records records) throws RelyingPartyException;
  }

  /**
   * Judges, and judges again where somebody else was quicker; after a few times alone.
   *
   * @throws RelyingPartyException as the judge and the store do
   */
  static Verdict judged(Store store, Judge judge) throws RelyingPartyException {
    for (int attempt = 0; attempt < 3; attempt++) {
      Draft draft = store.read(judge::judge);
      Optional<Verdict> verdict =
          store.write(records ->
              draft.holds(records) ? Optional.of(draft.apply(records)) : Optional.empty());
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return store.write(records -> {
      Draft draft = judge.judge(records);
      if (!draft.holds(records)) {
        throw new RequestInvalid(
            "Too many answers for the same credential came at the same time; try again.");
      }
      return draft.apply(records);
    });
  }
}
