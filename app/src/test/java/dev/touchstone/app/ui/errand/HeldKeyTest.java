package dev.touchstone.app.ui.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.OpenKey;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a key in memory, and a background that works when the test says so. */
@SuppressWarnings("NullAway.Init") // set before each test
final class HeldKeyTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Opened> opened = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final KeyRing ring = new KeyRing(List.of());
  private VirtualKey key;
  private PluggedKey device;
  private Errand errand;
  private HeldKey<Opened> held;

  @BeforeEach
  void come() throws Exception {
    key = Keys.touched(KeyModels.TOUCHSTONE);
    device = new PluggedKey("hid-1", key);
    Background background = new Background(work::add, Runnable::run);
    KeyTurn turn = new KeyTurn();
    VirtualTouch finger = new VirtualTouch();
    errand = new Errand(background, turn, finger);
    held = new HeldKey<>(background, turn, finger, (device, watcher) -> open());
    held.arrive(device);
  }

  @AfterEach
  void away() throws Exception {
    held.leave(errand);
    workAll();
    ring.close();
    key.close();
  }

  private record Opened(KeyDevice key, KeySession session) implements OpenKey {
    @Override
    public void close() {
      session.close();
    }

    boolean isOpen() {
      try {
        session.wink();
        return true;
      } catch (KeyException e) {
        return false;
      }
    }
  }

  private Opened open() throws Failure {
    try {
      Opened open = new Opened(device, ring.open(device));
      opened.add(open);
      return open;
    } catch (KeyException e) {
      throw new Failure(new Advice(Advice.Kind.FAILED, e.toString(), "", "", ""), e);
    }
  }

  @Test
  void twoStepsHaveTheKeyOpenOnce() {
    step("first");
    workAll();
    step("second");
    workAll();

    assertThat(told).containsExactly("first", "second");
    assertThat(opened).hasSize(1);
    assertThat(opened.getFirst().isOpen()).isTrue();
  }

  @Test
  void leavingClosesTheKey() {
    step("first");
    workAll();
    held.leave(errand);
    workAll();

    assertThat(opened.getFirst().isOpen()).isFalse();
  }

  @Test
  void aStepThatHadNotBegunWhenThePersonLeftOpensNothing() {
    step("first");
    held.leave(errand);
    // closing overtakes the step
    work.addLast(work.removeFirst());
    workAll();

    assertThat(opened).isEmpty();
    assertThat(told).isEmpty();
    assertThat(errand.isRunning()).isFalse();
  }

  @Test
  void whatAStepFoundIsNotToldToWhoHasLeftMeanwhileAndItsKeyIsClosed() {
    held.step(
        errand,
        "first",
        (open, watcher, cancellation) -> {
          held.leave(errand);
          return "first";
        },
        told::add,
        failed -> told.add("failed"));
    workAll();

    assertThat(told).isEmpty();
    assertThat(opened.getFirst().isOpen()).isFalse();
  }

  @Test
  void afterAFailureTheNextStepOpensTheKeyAnew() {
    held.<String>step(
        errand,
        "first",
        (open, watcher, cancellation) -> {
          throw new Failure(new Advice(Advice.Kind.FAILED, "It failed.", "", "", ""));
        },
        told::add,
        failed -> told.add(failed.happened()));
    workAll();
    errand.dismiss();
    step("second");
    workAll();

    assertThat(told).containsExactly("It failed.", "second");
    assertThat(opened).hasSize(2);
    assertThat(opened.getFirst().isOpen()).isFalse();
    assertThat(opened.getLast().isOpen()).isTrue();
  }

  @Test
  void aFirstLookLeavesTheKeyClosed() {
    held.look((open, watcher, cancellation) -> "seen", told::add, failed -> {});
    workAll();

    assertThat(told).containsExactly("seen");
    assertThat(opened.getFirst().isOpen()).isFalse();
  }

  private void step(String what) {
    held.step(errand, what, (open, watcher, cancellation) -> what, told::add, failed -> {});
  }

  private void workAll() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
  }
}
