package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.InsertedKey;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of keys, and keys on several wires, in the terminal. */
final class NamedKeysTest {

  @TempDir Path data;

  @Test
  void aKeyOnTwoWiresIsListedOnceAndReachedByEach() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell =
          Shell.on(
              data,
              new PluggedKey("hid-1", key),
              new InsertedKey("card-1", key, CardInterface.CONTACT));

      var listed = shell.run("keys", "--json", "--no-virtual-key").json().path("keys");
      assertThat(listed).hasSize(1);
      assertThat(listed.at("/0/wires/0/id").asText()).isEqualTo("hid-1");
      assertThat(listed.at("/0/wires/1/transport").asText()).isEqualTo("smart-card");
      assertThat(listed.at("/0/serial").asText()).isEqualTo(key.number().toString());
      assertThat(shell.run("keys").out()).containsPattern("hid-1 .* USB, card ");
      for (String way :
          new String[] {
            "hid-1", "card-1", "/dev/hid-1", "Virtual contact reader", key.number().toString()
          }) {
        assertThat(shell.run("info", "--key", way).exitCode()).as(way).isEqualTo(ExitCode.DONE);
      }
      assertThat(shell.run("info", "--key", "card-1", "--json").json().at("/key/id").asText())
          .isEqualTo("card-1");
    }
  }

  @Test
  void aNameIsShownAndTakenAfterKey() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));

      Shell.Ended named = shell.run("keys", "name", "hid-1", "Ada's blue", "--colour", "blue");
      assertThat(named.exitCode()).as(named.err()).isEqualTo(ExitCode.DONE);
      assertThat(shell.run("keys").out()).contains("CALLED").contains("Ada's blue (blue)");
      assertThat(shell.run("info", "--key", "ada's BLUE").exitCode()).isEqualTo(ExitCode.DONE);
      Shell again = Shell.on(data, new InsertedKey("card-1", key, CardInterface.CONTACTLESS));
      assertThat(again.run("keys", "--json").json().at("/keys/0/label/name").asText())
          .isEqualTo("Ada's blue");

      assertThat(Shell.on(data).run("keys", "forget", "Ada's blue").exitCode())
          .isEqualTo(ExitCode.DONE);
      assertThat(shell.run("keys").out()).doesNotContain("Ada");
    }
  }

  @Test
  void aNameThatTurnsTheTextAroundItOrIsEndlessIsRefusedInAFewWords() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));

      for (String name : new String[] {"a\u202Eb", "a\u001B]0;b\u0007", "x".repeat(5000)}) {
        Shell.Ended ended = shell.run("keys", "name", "hid-1", name);

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("cannot be the name of a key").hasSizeLessThan(300);
        assertThat(ended.err()).doesNotContain("\u202E", "\u001B");
      }
      assertThat(data.resolve("key-names.json")).doesNotExist();
    }
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));

      var preview = shell.run("keys", "name", "hid-1", "Ada", "--dry-run", "--json").json();
      assertThat(preview.path("done").asBoolean()).isFalse();
      assertThat(preview.at("/after/name").asText()).isEqualTo("Ada");
      assertThat(data.resolve("key-names.json")).doesNotExist();
    }
  }

  @Test
  void oneNameForTwoKeysAndNamesThatMeanSomethingElseAreRefused() throws Exception {
    try (VirtualKey one = Keys.touched(KeyModels.TOUCHSTONE);
        VirtualKey other = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", one), new PluggedKey("hid-2", other));
      shell.run("keys", "name", "hid-1", "Ada");

      assertThat(shell.run("keys", "name", "hid-1", "ada").exitCode()).isEqualTo(ExitCode.DONE);
      for (String name :
          new String[] {
            "ADA", "hid-1", "touch", "udp://127.0.0.1", "", " ", "a\tb", "x".repeat(41)
          }) {
        Shell.Ended refused = shell.run("keys", "name", "hid-2", name);
        assertThat(refused.exitCode()).as(name).isEqualTo(ExitCode.USAGE);
      }
      assertThat(shell.run("keys", "name", "hid-9", "Bob").exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(shell.run("keys", "forget", "nobody").exitCode()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void aFileThatMakesNoSenseIsSaidAndKept() throws Exception {
    Files.writeString(data.resolve("key-names.json"), "{\"keys\": [ {");
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));

      Shell.Ended listed = shell.run("keys");
      assertThat(listed.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(listed.err()).contains("key-names.json");
      assertThat(shell.run("keys", "name", "hid-1", "Ada").exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(data.resolve("key-names.json.damaged")).hasContent("{\"keys\": [ {");
      assertThat(shell.run("keys").out()).contains("Ada");
    }
  }

  @Test
  void aKeyOfTheLaboratoryThatIsUnpluggedOrDamagedIsToldAsSuch() throws Exception {
    Shell shell = Shell.on(data);
    assertThat(shell.run("lab", "new", "blue").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("lab", "unplug", "blue").exitCode()).isEqualTo(ExitCode.DONE);

    assertThat(shell.run("info", "--key", "blue").err())
        .contains("not plugged in")
        .contains("touchstone lab plug blue");

    Files.writeString(data.resolve("virtual-keys/blue/key.json"), "{");
    Shell.Ended info = shell.run("info", "--key", "blue");
    assertThat(info.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(info.err()).contains("'blue' cannot be used").contains("key.json");
    assertThat(shell.run("keys").err()).contains("'blue' cannot be used");
  }

  @Test
  void damagedMemoryIsToldByTheListAndByWhoeverUsesTheKey() throws Exception {
    Shell shell = Shell.on(data);
    shell.run("lab", "new", "blue");
    assertThat(shell.run("info", "--key", "blue").exitCode()).isEqualTo(ExitCode.DONE);
    Files.writeString(data.resolve("virtual-keys/blue/memory"), "nonsense");

    Shell.Ended listed = shell.run("keys");
    assertThat(listed.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(listed.err())
        .contains("'blue' cannot be used")
        .containsPattern("memory\\s+is\\s+damaged");
    assertThat(shell.run("info", "--key", "blue").err()).contains("damaged");
    assertThat(data.resolve("virtual-keys/blue/memory")).hasContent("nonsense");
  }

  @Test
  void aKeyOnUsbWinksAndOneOnAReaderSaysThatItCannot() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell usb = Shell.on(data, new PluggedKey("hid-1", key));
      assertThat(usb.run("wink").out()).contains("wink");
      assertThat(usb.run("wink", "--json").json().at("/key/id").asText()).isEqualTo("hid-1");

      Shell.Ended card =
          Shell.on(data, new InsertedKey("card-1", key, CardInterface.CONTACT)).run("wink");
      assertThat(card.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(card.err()).contains("card reader").contains("--key touch");
    }
  }
}
