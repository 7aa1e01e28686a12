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
   * Stores what the verdict changes, and spends the challenge, which only one can do.
   *
   * @return empty if a judge would see something else by now, and nothing was written
   * @throws Overtaken likewise, where something was written that has to be taken back
   * @throws RelyingPartyException if it cannot be stored; then nothing is
   */
  Optional<Verdict> apply(Records records) throws RelyingPartyException;

  /** How the evidence is read from the store: {@code store::lookUp} or {@code store::read}. */
  @FunctionalInterface
  interface Reading {
    <E> E of(Store.Work<E> evidence) throws RelyingPartyException;
  }

  /**
   * Somebody else was quicker: it is to be judged again. Takes back what was written already, and
   * for a while everything that shares the transaction, so it is for the rare case.
   */
  final class Overtaken extends RuntimeException {

    public Overtaken() {
      super("somebody else was quicker", null, false, false);
    }
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
  static <E> Verdict judged(Store store, Reading reading, Store.Work<E> evidence, Judge<E> judge)
      throws RelyingPartyException {
    for (int attempt = 0; attempt < 3; attempt++) {
      Draft draft = judge.judge(reading.of(evidence));
      try {
        Optional<Verdict> verdict = store.write(draft::apply);
        if (verdict.isPresent()) {
          return verdict.get();
        }
      } catch (Overtaken e) {
        // once more, on what there is now
      }
    }
    try {
      return store.write(records ->
          judge.judge(evidence.with(records)).apply(records).orElseThrow(Overtaken::new));
    } catch (Overtaken e) {
      throw new RequestInvalid(
          "Too many answers for the same credential came at the same time; try again.");
    }
  }
}
