package dev.touchstone.key.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.session.Pin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A first PIN and another, on every model over every wire. */
final class PinOnEveryWireTest {

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.touchstone.key.EveryWire#everyModelOnEveryWire")
  void aPinIsSetAndChangedWhereThereCanBeOne(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      Pin first = pin("c0rrect-h0rse");
      Pin current = pin("c0rrect-h0rse");
      Pin second = pin("battery-5taple");
      if (!model.hasPin()) {
        assertThatThrownBy(() -> new SetPin(bench.conversation()).apply(first))
            .isInstanceOf(PinRefused.class);
        assertThat(first.isDestroyed()).isTrue();
        return;
      }

      new SetPin(bench.conversation()).apply(first);
      var stored = bench.key.contents().pin();
      assertThat(stored).isPresent();

      new ChangePin(bench.conversation()).apply(current, second);
      assertThat(bench.key.contents().pin()).isPresent().isNotEqualTo(stored);
      assertThat(first.isDestroyed() && current.isDestroyed() && second.isDestroyed()).isTrue();
    }
  }

  private static Pin pin(String text) {
    return new Pin(text.toCharArray());
  }
}
