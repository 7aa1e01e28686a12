package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.trace.ReplayRecording;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.key.trace.replay.Step;
import dev.touchstone.key.transport.Transport;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The commands of a recording, looked at before they are sent to a key once more. */
public final class ReplayViewModel {

  /** How far it is. */
  public sealed interface State {
    record Looking() implements State {}

    /** What would be sent. */
    record Planned(ReplayRecording.Preview preview) implements State {}

    /** What was sent, and what came of it. */
    record Replayed(ReplayRecording.Result result) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final TraceUseCases traces;
  private final Background background;
  private final Errand errand;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Looking());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private String recording = "";
  private KeyWish wish = new KeyWish.Any();
  private int latest;

  ReplayViewModel(TraceUseCases traces, Background background, Errand errand) {
    this.traces = traces;
    this.background = background;
    this.errand = errand;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the person is asked to confirm that a real key is used. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Prompts of the key while it is sent. */
  public Errand errand() {
    return errand;
  }

  void begin(RecordingItem item) {
    recording = item.kept().id();
    plan(wish);
  }

  /**
   * Looks what would be sent; nothing before a recording is chosen.
   *
   * @param key any for a new virtual key that is gone afterwards
   */
  public void plan(KeyWish key) {
    if (recording.isEmpty()) {
      return;
    }
    wish = key;
    int mine = ++latest;
    asking.set(false);
    state.set(new State.Looking());
    ReplayRecording.Request request = new ReplayRecording.Request(recording, key.keyId());
    background.run(
        () -> traces.replayRecording().preview(request),
        preview -> showIfLatest(mine, new State.Planned(preview)),
        thrown -> showIfLatest(mine, new State.Failed(Failures.adviceOn(thrown))));
  }

  /** Sends what was planned; asks first if that is to a real key. */
  public void start() {
    if (state.get() instanceof State.Planned(ReplayRecording.Preview preview)) {
      if (preview.key().transport() == Transport.VIRTUAL) {
        confirmed();
      } else {
        asking.set(true);
      }
    }
  }

  /** The person thought better of it. */
  public void dismiss() {
    asking.set(false);
  }

  /** The person wants it sent. */
  public void confirmed() {
    asking.set(false);
    if (state.get() instanceof State.Planned(ReplayRecording.Preview preview)) {
      int mine = latest;
      errand.start(
          "Sending %d commands".formatted(sent(preview)),
          (watcher, cancellation) -> {
            watcher.keyChosen(preview.key());
            return traces.replayRecording().apply(preview, watcher, cancellation);
          },
          result -> showIfLatest(mine, new State.Replayed(result)));
    }
  }

  /** How many commands would be sent. */
  static long sent(ReplayRecording.Preview preview) {
    return preview.replay().steps().stream().filter(Step::isSent).count();
  }

  private void showIfLatest(int which, State shown) {
    if (which == latest) {
      state.set(shown);
    }
  }
}
