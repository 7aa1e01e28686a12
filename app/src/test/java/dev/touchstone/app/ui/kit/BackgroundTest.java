package dev.touchstone.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class BackgroundTest {

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final Queue<Runnable> window = new ArrayDeque<>();
  private final Background background = new Background(work::add, window::add);
  private final List<String> told = new ArrayList<>();

  @Test
  void theResultIsToldOnTheWindowsThread() {
    background.run(() -> "result", told::add, failure -> told.add("failed"));
    work.remove().run();
    assertThat(told).isEmpty();
    window.remove().run();

    assertThat(told).containsExactly("result");
  }

  @Test
  void aFailureIsToldInsteadOfAResult() {
    background.run(
        () -> {
          throw new IOException("no");
        },
        done -> told.add("done"),
        failure -> told.add(failure.getMessage()));
    work.remove().run();
    window.remove().run();

    assertThat(told).containsExactly("no");
  }
}
