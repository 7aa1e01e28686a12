package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabException;

/**
 * Runs the laboratory in this process: the keys have power from now on, and other processes find
 * them here.
 */
public final class StartLab {

  /** Opens it. */
  @FunctionalInterface
  public interface Opener {
    Running open(boolean keysTouchThemselves) throws LabException;
  }

  /** A laboratory that runs here until it is closed. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  private final Opener opener;

  StartLab(Opener opener) {
    this.opener = opener;
  }

  /**
   * Starts it. In this process it may be started again while it runs; the last one to close it ends
   * it.
   *
   * @param keysTouchThemselves as long as it runs, whatever is set about them
   * @throws Failure if another process runs it, or sockets or files cannot be used
   */
  public Running run(boolean keysTouchThemselves) throws Failure {
    try {
      return opener.open(keysTouchThemselves);
    } catch (LabException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
