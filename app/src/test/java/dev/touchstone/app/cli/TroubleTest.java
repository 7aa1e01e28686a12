package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.state.KeyStorage;
import dev.touchstone.fixture.key.state.MemoryFile;
import dev.touchstone.key.session.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input and bad luck: always a sentence, an exit code, and nothing lost. */
final class TroubleTest {

  @TempDir Path data;

  @Test
  void whatIsNeitherDataNorAFileIsCalledSo() {
    Shell.Ended mistyped = Shell.on(data).run("inspect", "respnse.json");
    Shell.Ended nothing = Shell.on(data).run("inspect", "");

    Shell.Ended neither = Shell.on(data).run("inspect", "hello world");

    assertThat(mistyped.err()).contains("There is no file 'respnse.json'", "inspect --help");
    assertThat(neither.err()).contains("If a file was meant", "'hello world'");
    assertThat(nothing.err()).doesNotContain("cannot be read");
    told(mistyped);
    told(neither);
    told(nothing);
  }

  @Test
  void aNameWithASemicolonStaysWhole() {
    Shell.Ended ended = Shell.on(data).run("sign-in", "--user", "ada; eve");

    assertThat(ended.err()).contains("There is no user 'ada; eve'.");
    told(ended);
  }

  @Test
  void withNoKeyAndNoVirtualOneItSaysSo() {
    Shell.Ended ended = Shell.on(data).run("register", "--user", "ada", "--no-virtual-key");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("No security key is plugged in.", "Plug one in");
    told(ended);
  }

  @Test
  void theOneKeyThatIsPluggedInIsTaken() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell.Ended ended =
          Shell.on(data, new PluggedKey("hid-1", key)).run("register", "--user", "ada", "--json");

      assertThat(ended.json().at("/key/id").asText()).isEqualTo("hid-1");
      assertThat(ended.err()).contains("Using Touchstone Virtual Key (hid-1).");
    }
  }

  @Test
  void twoKeysAreListedAndOneHasToBeNamed() throws Exception {
    try (VirtualKey one = Keys.touched(KeyModels.TOUCHSTONE);
        VirtualKey two = Keys.touched(KeyModels.TINY)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", one), new PluggedKey("hid-2", two));

      Shell.Ended ended = shell.run("register", "--user", "ada");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err())
          .contains("There are 2 keys", "hid-1", "hid-2", "Touchstone Virtual Key Tiny", "--key");
      assertThat(
              shell
                  .run("register", "--user", "ada", "--key", "hid-2", "--json")
                  .json()
                  .at("/key/id")
                  .asText())
          .isEqualTo("hid-2");
    }
  }

  @Test
  void aKeyThatIsNotThereIsNamedWithThoseThatAre() {
    Shell.Ended ended = Shell.on(data).run("info", "--key", "hid-7");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("There is no key 'hid-7'.", "virtual");
  }

  @Test
  void aWrongPinTellsTheTriesLeftAndIsNeverTriedAgain() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Keys.setPin(key, "1234");
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key)).typing("9999\n");

      Shell.Ended ended = registerVerified(shell);

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      JsonNode error = ended.json().get("error");
      assertThat(error.get("happened").asText()).isEqualTo("The PIN is wrong.");
      assertThat(error.get("cost").asText()).isEqualTo("7 tries are left.");
      assertThat(shell.run("info").out()).containsPattern("pinRetries +7 ");
      told(ended);
    }
  }

  @Test
  void theRightPinIsTakenFromStandardInput() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Keys.setPin(key, "1234");

      Shell.Ended ended =
          registerVerified(Shell.on(data, new PluggedKey("hid-1", key)).typing("1234\n"));

      assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(ended.json().at("/credential/userVerified").asBoolean()).isTrue();
      assertThat(ended.out() + ended.err()).doesNotContain("1234\n");
    }
  }

  @Test
  void aPinThatIsTooShortCostsNoTry() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Keys.setPin(key, "1234");
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key)).typing("12\n");

      Shell.Ended ended = registerVerified(shell);

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.json().at("/error/happened").asText()).contains("too short");
      assertThat(shell.run("info").out()).containsPattern("pinRetries +8 ");
    }
  }

  @Test
  void whereNobodyCanBeAskedForThePinTheWayOutIsNamed() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Keys.setPin(key, "1234");

      Shell.Ended ended =
          Shell.on(data, new PluggedKey("hid-1", key))
              .run("register", "--user", "ada", "--user-verification", "required");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("--pin-stdin");
    }
  }

  @Test
  void aFullKeySaysHowToMakeRoom() throws Exception {
    try (VirtualKey key =
        Keys.touched(
            KeyModels.TINY.with(model -> model.sizes(sizes -> sizes.withDiscoverable(1))))) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));
      assertThat(shell.run("register", "--user", "ada", "--resident-key", "required").exitCode())
          .isZero();

      Shell.Ended ended = shell.run("register", "--user", "bob", "--resident-key", "required");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("full", "--resident-key discouraged");
      told(ended);
    }
  }

  @Test
  void aKeyPulledOutInTheMiddleLosesNothing() throws Exception {
    CompletableFuture<VirtualKey> plugged = new CompletableFuture<>();
    try (VirtualKey key = Keys.with(KeyModels.TOUCHSTONE, prompt -> plugged.join().unplug())) {
      plugged.complete(key);

      Shell.Ended ended =
          Shell.on(data, new PluggedKey("hid-1", key)).run("register", "--user", "ada");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("unplugged", "Nothing was registered.");
      told(ended);
    }
    assertThat(Shell.on(data).run("users", "credentials", "--json").json().get("credentials"))
        .isEmpty();
    assertThat(Shell.on(data).run("register", "--user", "ada").exitCode()).isZero();
  }

  @Test
  void ctrlCWhileTheKeyWaitsForATouchEndsWith130AndNothingRegistered() throws Exception {
    Cancellation ctrlC = new Cancellation();
    try (VirtualKey key = Keys.with(KeyModels.TOUCHSTONE, prompt -> ctrlC.cancel())) {
      Shell.Ended ended =
          Shell.on(data, new PluggedKey("hid-1", key)).with(ctrlC).run("register", "--user", "ada");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(ended.err()).contains("Cancelled.", "Nothing was registered.");
      told(ended);
    }
    assertThat(Shell.on(data).run("users", "credentials", "--json").json().get("credentials"))
        .isEmpty();
  }

  @Test
  void aSignInThatIsRefusedShowsTheStepAndExitsWith1() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key));
      shell.run("register", "--user", "ada");
      shell.run("sign-in", "--user", "ada");
      key.misbehave(new DataFault.CounterBack(2));

      Shell.Ended refused = shell.run("sign-in", "--user", "ada");

      assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.out()).contains("✗ 7.2.22", "Refused at step 7.2.22.");
      Shell.Ended warned = shell.run("sign-in", "--user", "ada", "--counter-policy", "accept");
      assertThat(warned.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(shell.run("users", "credentials").out()).contains("may have been cloned");
    }
  }

  @Test
  void aDamagedDatabaseIsNamedAndLeftAsItIs() throws Exception {
    Path database = data.resolve("touchstone.db");
    Files.writeString(database, "this is no database, but long enough to look at".repeat(100));

    Shell.Ended ended = Shell.on(data).run("users");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err().replaceAll("\\s+", " ")).contains("damaged", "left as it is");
    assertThat(database).content().startsWith("this is no database");
    told(ended);
  }

  @Test
  void aDatabaseThatIsAFolderIsTold() throws Exception {
    Files.createDirectory(data.resolve("touchstone.db"));

    Shell.Ended ended = Shell.on(data).run("users", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.json().at("/error/kind").asText()).isEqualTo("failed");
    told(ended);
  }

  @Test
  void aDataFolderThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.createFile(data.resolve("file"));

    Shell.Ended ended = Shell.on(file.resolve("data")).run("users");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("--data");
    told(ended);
  }

  @Test
  void lookingAtSomethingNeedsNoDataFolderAndMakesNone() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    Path untouched = data.resolve("untouched");

    assertThat(Shell.on(file.resolve("data")).run("inspect", "a0").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(Shell.on(untouched).run("inspect", "a0").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(untouched).doesNotExist();
  }

  @Test
  void aVirtualKeyWithNoPlaceForItsMemoryOrLaboratorySaysWhich() throws Exception {
    Files.createFile(data.resolve("virtual-keys"));
    Shell.Ended memory = Shell.on(data).run("info", "--key", "virtual");
    Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
    Files.createFile(elsewhere.resolve("laboratory"));
    Shell.Ended laboratory = Shell.on(elsewhere).run("try");

    assertThat(memory.err().replaceAll("\\s+", "")).contains("virtual-keys/touchstone.keycannot");
    assertThat(laboratory.err())
        .contains("laboratory of the virtual keys")
        .doesNotContain("memory");
    told(memory);
    told(laboratory);
  }

  @Test
  void aVirtualKeyThatIsOpenElsewhereIsTold() throws Exception {
    Path memory = data.resolve("virtual-keys/touchstone.key");
    try (KeyStorage elsewhere = MemoryFile.open(memory)) {
      assertThat(elsewhere.place()).isEqualTo(memory.toString());

      Shell.Ended ended = Shell.on(data).run("info", "--key", "virtual");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("in use");
      told(ended);
    }
  }

  @Test
  void aVirtualKeyWhoseMemoryIsDamagedIsToldAndKept() throws Exception {
    Shell.on(data).run("info", "--key", "virtual");
    Path memory = data.resolve("virtual-keys/touchstone.key");
    Files.writeString(memory, "rubbish");

    Shell.Ended ended = Shell.on(data).run("register", "--user", "ada");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("touchstone.key");
    assertThat(memory).hasContent("rubbish");
    told(ended);
  }

  @Test
  void rubbishForTheInspectorIsTold() throws Exception {
    Shell.Ended ended = Shell.on(data).run("inspect", "#*!~ what is this");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    told(ended);
    assertThat(
            Shell.on(data)
                .typing("{\"type\":")
                .run("inspect", "--json")
                .json()
                .at("/error/kind")
                .asText())
        .isEqualTo("failed");
  }

  @Test
  void tenMegabytesForTheInspectorAreTold() {
    Shell.Ended ended = Shell.on(data).typing("A".repeat(10 * 1024 * 1024)).run("inspect", "-");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).hasSizeLessThan(2000);
    told(ended);
  }

  private static Shell.Ended registerVerified(Shell shell) {
    return shell.run(
        "register", "--user", "ada", "--user-verification", "required", "--pin-stdin", "--json");
  }

  private static void told(Shell.Ended ended) {
    assertThat(ended.err()).contains("touchstone: ").doesNotContain("\tat ", "Exception", "defect");
  }
}
