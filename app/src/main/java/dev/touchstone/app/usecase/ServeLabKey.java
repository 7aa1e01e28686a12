package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.LabPower;
import dev.touchstone.fixture.lab.WireWish;
import java.util.Optional;

/**
 * Lets programs that know nothing of Touchstone reach a virtual key. Where no laboratory runs, it
 * runs one here as long as that lasts.
 */
public final class ServeLabKey {

  private final LabErrand errand;
  private final StartLab startLab;

  ServeLabKey(LabErrand errand, StartLab startLab) {
    this.errand = errand;
    this.startLab = startLab;
  }

  /** A key on a wire until it is closed. */
  public static final class Served implements AutoCloseable {
    private final LabDesk.Served wire;
    private final Optional<StartLab.Running> lab;

    private Served(LabDesk.Served wire, Optional<StartLab.Running> lab) {
      this.wire = wire;
      this.lab = lab;
    }

    /** Where it is, such as {@code 127.0.0.1:8111}. */
    public String where() {
      return wire.where();
    }

    /** Whether this process gives the key its power. */
    public boolean here() {
      return lab.isPresent();
    }

    /** Runs the action if the laboratory ends before this is closed. */
    public void onEnd(Runnable action) {
      wire.onEnd(action);
    }

    @Override
    public void close() {
      wire.close();
      lab.ifPresent(StartLab.Running::close);
    }
  }

  /**
   * Serves it.
   *
   * @param keysTouchThemselves for a laboratory that this starts
   * @throws Failure if there is no such key, it is not plugged in, or there is no such wire here
   */
  public Served run(String name, WireWish wish, boolean keysTouchThemselves) throws Failure {
    boolean runs = errand.run(LabDesk::power) != LabPower.NOBODY;
    Optional<StartLab.Running> started =
        runs ? Optional.empty() : Optional.of(startLab.run(keysTouchThemselves));
    try {
      return new Served(errand.desk().get().serve(name, wish), started);
    } catch (LabException e) {
      started.ifPresent(StartLab.Running::close);
      throw new Failure(Advisor.on(e), e);
    }
  }
}
