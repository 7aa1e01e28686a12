package dev.touchstone.app.ui;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX. */
public final class Toolkit {

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger JAVA_FX = Logger.getLogger("javafx");

  private Toolkit() {}

  /**
   * Starts it, and runs {@code first} on its thread. JavaFX warns that it stands on the class path;
   * it has to, because yubikit and others are no named modules, and a person need not hear of it.
   */
  public static void start(Runnable first) {
    JAVA_FX.setLevel(Level.SEVERE);
    Platform.startup(first);
  }
}
