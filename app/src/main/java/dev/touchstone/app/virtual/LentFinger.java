package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.LabListener;
import dev.touchstone.fixture.lab.TouchWish;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Lets the finger of this process touch a key that the laboratory holds. */
final class LentFinger implements LabListener {

  private final String key;
  private final LabDesk desk;
  private final TouchSensor sensor;
  private final IntSupplier number;
  private @Nullable TouchPrompt blinking;

  /**
   * @param number which finger it is
   */
  LentFinger(String key, LabDesk desk, TouchSensor sensor, IntSupplier number) {
    this.key = key;
    this.desk = desk;
    this.sensor = sensor;
    this.number = number;
  }

  @Override
  public void happened(LabEvent event) {
    if (!event.key().equals(key)) {
      return;
    }
    if (event instanceof LabEvent.TouchWanted wanted) {
      blink(wanted.wish());
    } else if (event instanceof LabEvent.TouchEnded || event instanceof LabEvent.Unplugged) {
      ended();
    }
  }

  @Override
  public void ended() {
    if (blinking != null) {
      blinking.end(TouchPrompt.Outcome.CANCELLED);
      blinking = null;
    }
  }

  private void blink(TouchWish wish) {
    TouchPrompt prompt = new TouchPrompt(purpose(wish), wish.rpId());
    prompt.onEnd(outcome -> {
      if (outcome == TouchPrompt.Outcome.TOUCHED) {
        touch();
      }
    });
    blinking = prompt;
    sensor.blink(prompt);
  }

  private void touch() {
    try {
      var _ = desk.touch(key, new Gesture.Finger(number.getAsInt()));
    } catch (LabException e) {
      LoggerFactory.getLogger(LentFinger.class)
          .warn("The laboratory's key could not be touched: {}", e.getMessage());
    }
  }

  private static TouchPrompt.Purpose purpose(TouchWish wish) {
    return switch (wish.purpose()) {
      case REGISTER -> TouchPrompt.Purpose.REGISTER;
      case SIGN_IN -> TouchPrompt.Purpose.SIGN_IN;
      case SELECT -> TouchPrompt.Purpose.SELECT;
      case RESET -> TouchPrompt.Purpose.RESET;
      case ENROL_FINGER -> TouchPrompt.Purpose.ENROL_FINGER;
      case VERIFY -> TouchPrompt.Purpose.VERIFY;
    };
  }
}
