package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.StartLab;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabListener;
import dev.touchstone.fixture.lab.LabPower;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window's hold on the laboratory: it gives the keys power, unless another process does
 * already, and hears what happens until it is closed. Used on the window's thread.
 */
final class LabLink implements AutoCloseable {

  /** Is told on the window's thread. */
  interface Told {

    /** The laboratory can be used. */
    void opened();

    /** In their order, as many as came since the last time. */
    void happened(List<LabEvent> events);

    /** Another process ran the laboratory and has ended. */
    void lost();

    void failed(Exception thrown);
  }

  private final LabUseCases lab;
  private final Background background;
  private final Told told;
  private StartLab.@Nullable Running running;
  private LabDesk.@Nullable Watch watch;
  private boolean opening;
  private boolean closed;

  LabLink(LabUseCases lab, Background background, Told told) {
    this.lab = lab;
    this.background = background;
    this.told = told;
  }

  boolean isOpen() {
    return watch != null;
  }

  /** Takes hold, if it has none. */
  void open() {
    if (watch != null || opening || closed) {
      return;
    }
    opening = true;
    background.run(
        this::takeHold,
        this::opened,
        thrown -> {
          opening = false;
          told.failed(thrown);
        });
  }

  @Override
  public void close() {
    closed = true;
    LabDesk.Watch openWatch = watch;
    StartLab.Running held = running;
    watch = null;
    running = null;
    background.run(
        () -> {
          if (openWatch != null) {
            openWatch.close();
          }
          if (held != null) {
            held.close();
          }
          return true;
        },
        done -> {},
        Failures::adviceOn);
  }

  private record Hold(StartLab.@Nullable Running running, LabDesk.Watch watch) {}

  private Hold takeHold() throws Failure {
    StartLab.Running held = null;
    if (lab.listLabKeys().power() != LabPower.ELSEWHERE) {
      held = lab.startLab().run(false);
    }
    try {
      return new Hold(held, lab.watchLab().run(new Ear()));
    } catch (Failure e) {
      if (held != null) {
        held.close();
      }
      throw e;
    }
  }

  private void opened(Hold hold) {
    opening = false;
    running = hold.running();
    watch = hold.watch();
    if (closed) {
      close();
    } else {
      told.opened();
    }
  }

  private void lost() {
    watch = null;
    if (!closed) {
      told.lost();
    }
  }

  /** Hears events on the laboratory's thread and hands them over in heaps. */
  private final class Ear implements LabListener {
    private List<LabEvent> heap = new ArrayList<>();

    @Override
    public void happened(LabEvent event) {
      boolean first;
      synchronized (this) {
        first = heap.isEmpty();
        heap.add(event);
      }
      if (first) {
        background.onWindow(() -> told.happened(take()));
      }
    }

    @Override
    public void ended() {
      background.onWindow(LabLink.this::lost);
    }

    private synchronized List<LabEvent> take() {
      List<LabEvent> taken = heap;
      heap = new ArrayList<>();
      return taken;
    }
  }
}
