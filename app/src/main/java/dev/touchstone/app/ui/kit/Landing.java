package dev.touchstone.app.ui.kit;

/** A screen that wants to know when a person comes to it, and goes. */
public interface Landing {

  /**
   * The screen is in view: put the focus where work begins, and read anew what may have changed.
   */
  void land();

  /** Another screen comes into view: let go of what others may want meanwhile. */
  default void leave() {}
}
