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

  /** How the evidence is read from the store: {@code store::lookUp} or {@code store::read}. */
  @FunctionalInterface
  interface Reading {
    <E> E of(Store.Work<E> evidence) throws RelyingPartyException;
  }

  /** Reaches a verdict on what was read. */
  @FunctionalInterface
  interface Judge<E> {
    Draft judge(E evidence) throws RelyingPartyException;
  }

  /**
   * Judges, and judges again where somebody else was quicker; after a few times alone.
   *
   * @param reading how it is read, but for the last time
   * @param evidence what is judged
   * @throws RelyingPartyException as the judge and the store do
   */
  static <E> Verdict judged(
      Store store, Reading reading, Store.Work<E> evidence, Judge<E> judge)
      throws RelyingPartyException {
    for (int attempt = 0; attempt < 3; attempt++) {
      Draft draft = judge.judge(reading.of(evidence));
      Optional<Verdict> verdict =
          store.write(records ->
              draft.holds(records) ? Optional.of(draft.apply(records)) : Optional.empty());
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return store.write(records -> {
      Draft draft = judge.judge(evidence.with(records));
      if (!draft.holds(records)) {
        throw new RequestInvalid(
            "Too many answers for the same credential came at the same time; try again.");
      }
      return draft.apply(records);
    });
  }
}
