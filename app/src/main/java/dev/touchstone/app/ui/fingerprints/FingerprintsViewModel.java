package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.errand.HeldKey;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.ManageFingerprints;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint.Deletion;
import dev.touchstone.key.manage.fingerprint.EnrolmentProgress;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import dev.touchstone.key.manage.fingerprint.SampleStatus;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The fingerprints of one key, and what a person does with them. The key stays open from the first
 * step that takes the PIN until {@link #leave}, so that one PIN serves all of it.
 */
public final class FingerprintsViewModel {

  /** What is known of the key. */
  public sealed interface State {
    /** No key is shown. */
    record Nothing() implements State {}

    record Looking() implements State {}

    /** The sensor is known; the list takes the PIN. */
    record Locked(FingerprintSensor sensor) implements State {}

    record Listed(FingerprintSensor sensor, List<Fingerprint> fingerprints) implements State {}

    /** The key has no sensor, or could not be asked. */
    record Failed(Advice advice) implements State {}
  }

  private final UseCases useCases;
  private final Background background;
  private final Errand errand;
  private final Errand enrolment;
  private final HeldKey<FingerprintSitting> held;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final ReadOnlyObjectWrapper<Optional<EnrolmentProgress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Deletion>> deletion =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public FingerprintsViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.useCases = useCases;
    this.background = background;
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.enrolment = new Errand(background, turn, useCases.virtualTouch());
    this.held =
        new HeldKey<>(
            background,
            turn,
            useCases.virtualTouch(),
            (shown, watcher) ->
                useCases
                    .keys()
                    .fingerprints()
                    .open(new ManageFingerprints.Request(Optional.of(shown.id())), watcher));
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The last sample of the finger that is being enrolled; empty before the first. */
  public ReadOnlyObjectProperty<Optional<EnrolmentProgress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Deletion>> deletionProperty() {
    return deletion.getReadOnlyProperty();
  }

  /** Everything but enrolling. */
  public Errand errand() {
    return errand;
  }

  /** Enrolling, which shows more while it runs. */
  public Errand enrolment() {
    return enrolment;
  }

  /** Shows this key: its sensor, which takes no PIN. */
  public void show(KeyDevice shown) {
    if (held.isAt(shown) && state.get() instanceof State.Listed) {
      return;
    }
    leave();
    held.arrive(shown);
    state.set(new State.Looking());
    held.look(
        FingerprintSitting::sensor,
        sensor -> state.set(new State.Locked(sensor)),
        advice -> state.set(new State.Failed(advice)));
  }

  /** Another key, or none, is looked at: the key is closed, what was read is forgotten. */
  public void leave() {
    held.leave(errand, enrolment);
    deletion.set(Optional.empty());
    state.set(new State.Nothing());
  }

  /** Asks for the PIN and lists. */
  public void unlock() {
    change(errand, "Reading the fingerprints", (sitting, watcher, cancellation) -> {});
  }

  /**
   * Lets the key learn a finger.
   *
   * @param name empty for none
   */
  public void enrol(String name) {
    progress.set(Optional.empty());
    change(
        enrolment,
        "Waiting for the key",
        (sitting, watcher, cancellation) -> {
          Optional<String> wanted = Optional.of(name).filter(it -> !it.isBlank());
          var preview = sitting.previewEnrol(wanted, watcher, cancellation);
          Fingerprint added = sitting.enrol(preview, this::captured, watcher, cancellation);
          if (wanted.isPresent()) {
            sitting.rename(
                sitting.previewRename(added, wanted.get(), watcher, cancellation),
                watcher,
                cancellation);
          }
        });
  }

  public void rename(Fingerprint fingerprint, String name) {
    change(
        errand,
        "Changing the name",
        (sitting, watcher, cancellation) -> {
          sitting.rename(
              sitting.previewRename(fingerprint, name, watcher, cancellation),
              watcher,
              cancellation);
        });
  }

  /** Looks up what deleting would mean; {@link #deletionProperty} then asks. */
  public void askToDelete(Fingerprint fingerprint) {
    held.step(
        errand,
        "Looking",
        (sitting, watcher, cancellation) ->
            sitting.previewDelete(fingerprint, watcher, cancellation),
        preview -> deletion.set(Optional.of(preview)),
        failed -> lock());
  }

  /** The person wants to keep it. */
  public void keep() {
    deletion.set(Optional.empty());
  }

  /** The person confirmed the deletion. */
  public void delete() {
    Optional<Deletion> confirmed = deletion.get();
    deletion.set(Optional.empty());
    confirmed.ifPresent(gone ->
        change(
            errand,
            "Deleting the fingerprint",
            (sitting, watcher, cancellation) -> sitting.delete(gone, watcher, cancellation)));
  }

  /** Something that the list looks different after. */
  @FunctionalInterface
  private interface Change {
    void run(FingerprintSitting sitting, KeyWatcher watcher, Cancellation cancellation)
        throws Failure;
  }

  private void change(Errand by, String words, Change change) {
    held.step(
        by,
        words,
        (sitting, watcher, cancellation) -> {
          change.run(sitting, watcher, cancellation);
          return new State.Listed(
              sitting.sensor(watcher, cancellation), sitting.list(watcher, cancellation));
        },
        state::set,
        failed -> lock());
  }

  /** On the key's thread. */
  private void captured(EnrolmentProgress sample) {
    if (sample.last() == SampleStatus.EXISTS) {
      useCases.virtualTouch().takeAnotherFinger();
    }
    background.onWindow(() -> progress.set(Optional.of(sample)));
  }

  /** What is on the key now is not known. */
  private void lock() {
    if (state.get() instanceof State.Listed(var sensor, var _)) {
      state.set(new State.Locked(sensor));
    }
  }
}
