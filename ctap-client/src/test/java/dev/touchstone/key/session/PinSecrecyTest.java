package dev.touchstone.key.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PinSecrecyTest {

  @Test
  void itNeverPrintsItself() {
    assertThat(new Pin("secret".toCharArray()).toString()).doesNotContain("secret");
  }

  @Test
  void destroyingWipesTheArrayThatWasHandedIn() {
    char[] typed = "secret".toCharArray();

    new Pin(typed).destroy();

    assertThat(typed).containsOnly('\0');
  }

  @Test
  void itIsUsedOnce() {
    Pin pin = new Pin("secret".toCharArray());
    pin.destroy();

    assertThatThrownBy(pin::copyCharacters).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lengthsAreThoseOfTheSpecification() {
    assertThat(new Pin("😀é".toCharArray()).codePoints()).isEqualTo(2);
    assertThat(new Pin("😀é".toCharArray()).utf8Length()).isEqualTo(6);
  }

  @Test
  void charactersAreInNormalizationFormC() {
    char[] composed = new Pin("e\u0301".toCharArray()).copyCharacters();

    assertThat(Arrays.toString(composed)).isEqualTo("[é]");
  }
}
