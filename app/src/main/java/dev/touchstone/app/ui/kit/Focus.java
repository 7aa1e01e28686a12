package dev.touchstone.app.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Puts the keyboard's focus where work begins. */
public final class Focus {

  private Focus() {}

  /**
   * Gives {@code node} the focus, now or as soon as it is in the window: what lies in a scroll pane
   * that was just made gets there with the first layout only.
   */
  public static void on(Node node) {
    if (node.getScene() != null) {
      node.requestFocus();
      return;
    }
    Later later = new Later(node);
    later.subscription = node.sceneProperty().subscribe(later::arrived);
  }

  private static final class Later {
    private final Node node;
    private @Nullable Subscription subscription;

    Later(Node node) {
      this.node = node;
    }

    void arrived(@Nullable Scene scene) {
      if (scene != null && subscription != null) {
        subscription.unsubscribe();
        subscription = null;
        Platform.runLater(node::requestFocus);
      }
    }
  }
}
