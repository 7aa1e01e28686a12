package dev.touchstone.app.ui.keyreset;

import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** How many seconds are left; nothing where there is no end. */
final class Countdown extends Label {

  private static final Duration LOOK = Duration.millis(200);

  private final InstantSource clock;
  private final Timeline ticks = new Timeline(new KeyFrame(LOOK, event -> look()));
  private Instant end = Instant.EPOCH;

  Countdown(InstantSource clock) {
    this.clock = clock;
    setId("reset-countdown");
    getStyleClass().addAll("caption", "countdown");
    setMaxWidth(Double.MAX_VALUE);
    setAlignment(Pos.CENTER);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    ticks.setCycleCount(Animation.INDEFINITE);
  }

  /** Counts to that moment. */
  void to(Instant until) {
    end = until;
    look();
    setVisible(true);
    ticks.play();
  }

  void stop() {
    ticks.stop();
    setVisible(false);
  }

  private void look() {
    long left = java.time.Duration.between(clock.instant(), end).toSeconds();
    setText(
        left > 0
            ? "The key takes a reset for %d more %s"
                .formatted(left, left == 1 ? "second" : "seconds")
            : "The ten seconds are over: the key may refuse now");
  }
}
