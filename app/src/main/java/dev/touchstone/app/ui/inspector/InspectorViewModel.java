package dev.touchstone.app.ui.inspector;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.inspect.Inspection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was given to the inspector, and what it found in it. */
public final class InspectorViewModel {

  /** What the lower part shows. */
  public sealed interface State {
    record Empty() implements State {}

    record Working(String source) implements State {}

    /**
     * It was understood.
     *
     * @param source where it came from, such as a file's name
     */
    record Found(String source, Inspection inspection) implements State {}

    record NotUnderstood(String source, Advice advice) implements State {}
  }

  /** Larger files are not read: no message of these protocols comes near. */
  private static final long LARGEST = 32L * 1024 * 1024;

  private final UseCases useCases;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Empty());
  private int latest;

  public InspectorViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Inspects pasted text; blank text empties the screen. */
  public void inspect(String text) {
    if (text.isBlank()) {
      latest++;
      state.set(new State.Empty());
      return;
    }
    inspect("pasted text", () -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Inspects a file, which is read in the background. */
  public void inspect(Path file) {
    inspect(String.valueOf(file.getFileName()), () -> read(file));
  }

  private void inspect(String source, Callable<byte[]> data) {
    int mine = ++latest;
    state.set(new State.Working(source));
    background.run(
        () -> useCases.inspectData().run(data.call()),
        inspection -> showIfLatest(mine, new State.Found(source, inspection)),
        failure -> showIfLatest(mine, new State.NotUnderstood(source, Failures.adviceOn(failure))));
  }

  private void showIfLatest(int which, State shown) {
    if (which == latest) {
      state.set(shown);
    }
  }

  private static byte[] read(Path file) throws Failure {
    try {
      if (Files.size(file) > LARGEST) {
        throw unreadable(
            file + " is larger than 32 MB.", "Cut out the part that you want to look at.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(
          file + " cannot be read.", "Check that it is a file and that you may read it.");
    }
  }

  private static Failure unreadable(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
