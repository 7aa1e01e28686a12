package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.InsertedKey;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys in card readers, in the terminal. */
final class CardKeysTest {

  @TempDir Path data;

  @Test
  void listTellsTheWire() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new InsertedKey("card-1", key, CardInterface.CONTACTLESS));

      assertThat(shell.run("keys").out()).containsPattern("card-1 .* card .* Virtual NFC reader");
      assertThat(shell.run("keys", "--json").json().at("/keys/0/transport").asText())
          .isEqualTo("smart-card");
    }
  }

  @ParameterizedTest
  @EnumSource(CardInterface.class)
  void mainJobWorksByCard(CardInterface reader) throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new InsertedKey("card-1", key, reader));

      assertThat(shell.typing("123456\n").run("pin", "set", "--pin-stdin", "--yes").exitCode())
          .isEqualTo(ExitCode.DONE);
      Shell.Ended registered =
          shell
              .typing("123456\n")
              .run("register", "--user", "ada", "--user-verification", "required", "--pin-stdin");
      assertThat(registered.exitCode()).as(registered.err()).isEqualTo(ExitCode.DONE);
      Shell.Ended signedIn =
          shell.typing("123456\n").run("sign-in", "--user", "ada", "--pin-stdin", "--json");
      assertThat(signedIn.json().at("/accepted").asBoolean()).isTrue();
    }
  }

  @Test
  void keyOnAnNfcReaderIsNotBlinkedFor() throws Exception {
    TouchSensor never =
        prompt -> {
          throw new AssertionError("no touch is wanted");
        };
    try (VirtualKey key = Keys.with(KeyModels.TOUCHSTONE, never)) {
      Shell shell = Shell.on(data, new InsertedKey("card-1", key, CardInterface.CONTACTLESS));

      assertThat(shell.run("register", "--user", "ada").exitCode()).isEqualTo(ExitCode.DONE);
    }
  }
}
