package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.udp.UdpOptions;
import dev.touchstone.fixture.key.wire.udp.UdpWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys at the other end of UDP, in the terminal. */
final class SimulatorsTest {

  @TempDir Path data;

  private VirtualKey key;
  private UdpWire wire;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    key = Keys.touched(KeyModels.TOUCHSTONE);
    wire =
        UdpWire.serve(
            key::connect, UdpOptions.usual().withPort(0).withReplyPort(UdpOptions.TO_THE_SENDER));
    address = "udp://127.0.0.1:%d?reply=0".formatted(wire.address().getPort());
  }

  @AfterEach
  void end() throws IOException {
    wire.close();
    key.close();
  }

  @Test
  void simulatorIsAKeyLikeAnyOther() {
    Shell shell = Shell.on(data);

    assertThat(shell.run("info", "--key", address).out()).contains("Simulator", "FIDO_2_1");
    assertThat(shell.run("register", "--user", "ada", "--key", address).exitCode()).isZero();
    assertThat(shell.run("sign-in", "--user", "ada", "--key", address).exitCode()).isZero();
  }

  @Test
  void simulatorOnTheCommandLineIsListedAlone() throws Exception {
    Shell.Ended ended = Shell.on(data).run("keys", "--key", address, "--json");

    assertThat(ended.json().at("/keys")).hasSize(1);
    assertThat(ended.json().at("/keys/0/id").asText()).isEqualTo(address);
    assertThat(ended.json().at("/keys/0/transport").asText()).isEqualTo("udp");
    assertThat(Shell.on(data).run("keys", "--key", address).out())
        .contains("UDP", address)
        .doesNotContain("virtual");
  }

  @Test
  void simulatorOfTheSettingsIsTheKeyToUse() throws Exception {
    write("simulators = " + address);

    assertThat(Shell.on(data).run("keys").out()).contains("Simulator", address, "virtual");
    assertThat(Shell.on(data).run("info").out()).contains("Simulator");
  }

  @Test
  void betweenASimulatorAndAKeyThePersonChooses() throws Exception {
    write("simulators = " + address);
    try (VirtualKey plugged = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell.Ended ended = Shell.on(data, new PluggedKey("hid-1", plugged)).run("info");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err()).contains("There are 2 keys", "hid-1", address);
    }
  }

  @Test
  void simulatorThatDoesNotRunIsNamedWithWhatToCheck() {
    wire.close();

    Shell.Ended ended = Shell.on(data).run("info", "--key", address);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err())
        .contains("No simulator answers at " + address, "Start it, or check that it listens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp://", "udp://127.0.0.1:0", "udp://127.0.0.1:8111?reply=x"})
  void addressThatIsNoneIsRefusedWithHowToWriteOne(String wrong) {
    Shell.Ended ended = Shell.on(data).run("info", "--key", wrong);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("'" + wrong + "' is no address", "udp://HOST:PORT?reply=PORT");
  }

  @Test
  void addressThatIsNoneInTheSettingsIsRefusedWithTheFile() throws Exception {
    write("simulators = udp://127.0.0.1, 127.0.0.1:8111");

    Shell.Ended ended = Shell.on(data).run("keys");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("settings.properties", "'127.0.0.1:8111' is no address");
  }

  @Test
  void keyThatIsNotThereCannotBeListed() {
    Shell.Ended ended = Shell.on(data).run("keys", "--key", "hid-9");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("There is no key 'hid-9'");
  }

  private void write(String settings) throws IOException {
    Files.writeString(data.resolve("settings.properties"), settings);
  }
}
