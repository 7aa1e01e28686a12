package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
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
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

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
  private final KeyTurn turn;
  private final Errand errand;
  private final Errand enrolment;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final ReadOnlyObjectWrapper<Optional<EnrolmentProgress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Deletion>> deletion =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final AtomicReference<@Nullable FingerprintSitting> sitting = new AtomicReference<>();
  private @Nullable KeyDevice key;

  public FingerprintsViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.enrolment = new Errand(background, turn, useCases.virtualTouch());
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
    if (shown.equals(key) && state.get() instanceof State.Listed) {
      return;
    }
    leave();
    key = shown;
    state.set(new State.Looking());
    background.run(
        () -> turn.read(() -> sensor(shown)),
        sensor -> {
          if (shown.equals(key)) {
            state.set(new State.Locked(sensor));
          }
        },
        failure -> {
          if (shown.equals(key)) {
            state.set(new State.Failed(Failures.adviceOn(failure)));
          }
        });
  }

  /** Another key, or none, is looked at: the key is closed, what was read is forgotten. */
  public void leave() {
    key = null;
    for (Errand running : List.of(errand, enrolment)) {
      if (running.isRunning()) {
        running.cancel();
      }
    }
    deletion.set(Optional.empty());
    state.set(new State.Nothing());
    close();
  }

  /** Asks for the PIN and lists. */
  public void unlock() {
    change(errand, "Reading the fingerprints", (watcher, cancellation) -> {});
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
        (watcher, cancellation) -> {
          FingerprintSitting open = open(watcher);
          Optional<String> wanted = Optional.of(name).filter(it -> !it.isBlank());
          var preview = open.previewEnrol(wanted, watcher, cancellation);
          Fingerprint added = open.enrol(preview, this::captured, watcher, cancellation);
          if (wanted.isPresent()) {
            open.rename(
                open.previewRename(added, wanted.get(), watcher, cancellation),
                watcher,
                cancellation);
          }
        });
  }

  public void rename(Fingerprint fingerprint, String name) {
    change(
        errand,
        "Changing the name",
        (watcher, cancellation) -> {
          FingerprintSitting open = open(watcher);
          open.rename(
              open.previewRename(fingerprint, name, watcher, cancellation), watcher, cancellation);
        });
  }

  /** Looks up what deleting would mean; {@link #deletionProperty} then asks. */
  public void askToDelete(Fingerprint fingerprint) {
    errand.start(
        "Looking",
        (watcher, cancellation) -> open(watcher).previewDelete(fingerprint, watcher, cancellation),
        preview -> deletion.set(Optional.of(preview)),
        failed -> failed());
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
            (watcher, cancellation) -> open(watcher).delete(gone, watcher, cancellation)));
  }

  /** Something that the list looks different after. */
  @FunctionalInterface
  private interface Change {
    void run(KeyWatcher watcher, Cancellation cancellation) throws Failure;
  }

  private void change(Errand by, String words, Change change) {
    by.start(
        words,
        (watcher, cancellation) -> {
          change.run(watcher, cancellation);
          FingerprintSitting open = open(watcher);
          return new State.Listed(
              open.sensor(watcher, cancellation), open.list(watcher, cancellation));
        },
        listed -> {
          if (key != null) {
            state.set(listed);
          }
        },
        failed -> failed());
  }

  /** On the key's thread. */
  private void captured(EnrolmentProgress sample) {
    if (sample.last() == SampleStatus.EXISTS) {
      useCases.virtualTouch().takeAnotherFinger();
    }
    background.onWindow(() -> progress.set(Optional.of(sample)));
  }

  private FingerprintSensor sensor(KeyDevice shown) throws Failure {
    Cancellation cancellation = new Cancellation();
    KeyWatcher watcher = errand.person().watcher(cancellation);
    try (FingerprintSitting open =
        useCases
            .keyManagement()
            .fingerprints()
            .open(new ManageFingerprints.Request(Optional.of(shown.id())), watcher)) {
      return open.sensor(watcher, cancellation);
    }
  }

  /** The key, opened at the first step and left open for the next. */
  private FingerprintSitting open(KeyWatcher watcher) throws Failure {
    FingerprintSitting open = sitting.get();
    if (open == null) {
      open =
          useCases
              .keyManagement()
              .fingerprints()
              .open(
                  new ManageFingerprints.Request(Optional.ofNullable(key).map(KeyDevice::id)),
                  watcher);
      sitting.set(open);
    } else {
      watcher.keyChosen(open.key());
    }
    return open;
  }

  /** What is on the key now is not known, and the next step may want another PIN. */
  private void failed() {
    if (state.get() instanceof State.Listed(var sensor, var _)) {
      state.set(new State.Locked(sensor));
    }
    close();
  }

  private void close() {
    FingerprintSitting open = sitting.getAndSet(null);
    if (open != null) {
      background.run(
          () -> {
            open.close();
            return true;
          },
          closed -> {},
          Failures::adviceOn);
    }
  }
}
