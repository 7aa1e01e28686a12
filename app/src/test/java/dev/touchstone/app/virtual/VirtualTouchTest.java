package dev.touchstone.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.key.touch.TouchPrompt;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VirtualTouchTest {

  private final VirtualTouch finger = new VirtualTouch();
  private final TouchPrompt prompt =
      new TouchPrompt(TouchPrompt.Purpose.SIGN_IN, Optional.of("localhost"));

  @Test
  void theKeyWaitsUntilItIsTouched() {
    finger.blink(prompt);
    assertThat(prompt.isOver()).isFalse();

    finger.touch();
    assertThat(prompt.isOver()).isTrue();
  }

  @Test
  void aTouchThatNobodyWaitsForIsNotSavedUp() {
    finger.touch();

    finger.blink(prompt);

    assertThat(prompt.isOver()).isFalse();
  }

  @Test
  void whereNobodyIsThereTheKeyTouchesItself() {
    finger.automatic(true);

    finger.blink(prompt);

    assertThat(prompt.isOver()).isTrue();
  }

  @Test
  void lettingGoTouchesAKeyThatWaitsAlready() {
    finger.blink(prompt);

    finger.automatic(true);

    assertThat(prompt.isOver()).isTrue();
  }
}
