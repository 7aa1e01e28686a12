package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.KeyDescription;
import java.util.Optional;
import javafx.scene.Node;

/**
 * One part of what can be done to the chosen key, such as its credentials. Made once per window;
 * what a given key cannot do is said in its place.
 */
public interface KeyTab {

  /** On the tab; unique. */
  String title();

  /**
   * What is shown for this key. Called whenever the tab comes into view or the key was read anew.
   */
  Node show(KeyDescription key);

  /** Where the tab lays its dialogs, over the whole screen; empty if it has none. */
  default Optional<Veil> veil() {
    return Optional.empty();
  }

  /** The tab went out of view, or another key came into it: whatever is open is closed. */
  void leave();
}
