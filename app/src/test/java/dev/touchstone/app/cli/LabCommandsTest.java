package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ServeLabKey;
import dev.touchstone.app.usecase.StartLab;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.WireWish;
import dev.touchstone.key.session.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laboratory in the terminal. */
final class LabCommandsTest {

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "models",
        "new",
        "list",
        "show",
        "plug",
        "unplug",
        "touch",
        "fault",
        "clone",
        "remove",
        "export-root",
        "export-mds",
        "serve"
      })
  void everyCommandExplainsItselfWithExamples(String command) {
    Shell.Ended ended = Shell.on(data).run("lab", command, "--help");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("Usage: touchstone lab " + command, "--json", "Examples:");
    assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    assertThat(Shell.on(data).run("lab", "--help").out()).contains("  " + command + " ");
  }

  @Test
  void theCloneIsCaughtByItsCounter() throws Exception {
    done("lab", "new", "ada");
    done("register", "--user", "ada", "--key", "ada");
    done("lab", "clone", "ada", "eve");
    done("lab", "plug", "eve");
    done("sign-in", "--user", "ada", "--key", "ada");
    done("sign-in", "--user", "ada", "--key", "ada");

    Shell.Ended caught = Shell.on(data).run("sign-in", "--user", "ada", "--key", "eve", "--json");

    assertThat(caught.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(caught.json().get("steps"))
        .anySatisfy(step -> {
          assertThat(step.get("outcome").asText()).isEqualTo("failed");
          assertThat(step.get("title").asText()).containsIgnoringCase("counter");
        });
    assertThat(
            Shell.on(data)
                .run("users", "credentials", "--json")
                .json()
                .at("/credentials/0/possibleClone")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whileALaboratoryRunsSessionsUseItsKeys() throws Exception {
    Settings settings = Settings.usual(data);
    try (Wiring wiring = new Wiring(settings);
        StartLab.Running _ = wiring.laboratory().startLab().run(true)) {
      assertThat(Shell.on(data).run("lab", "list").out()).contains("itself");
      done("register", "--user", "ada", "--key", "virtual");

      JsonNode shown = Shell.on(data).run("lab", "show", "virtual", "--json").json();
      assertThat(shown.get("log").findValuesAsText("command"))
          .contains("authenticatorMakeCredential");
      assertThat(shown.get("log").findValuesAsText("outcome")).contains("touched");
    }
  }

  @Test
  void whereNobodyCanPressEnterTheLaboratoryDecidesWhoTouchesItsKeys() throws Exception {
    try (Wiring wiring = new Wiring(Settings.usual(data));
        StartLab.Running _ = wiring.laboratory().startLab().run(false)) {
      Shell.Ended declined;
      try (LabDesk.Watch _ = wiring.laboratory().watchLab().run(event -> decline(wiring, event))) {
        declined = Shell.on(data).run("register", "--user", "ada", "--key", "virtual");
      }

      assertThat(declined.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(declined.err()).contains("declined").doesNotContain("touches itself");
      done("register", "--user", "ada", "--key", "virtual", "--touch");
    }
  }

  private static void decline(Wiring wiring, LabEvent event) {
    try {
      if (event instanceof LabEvent.TouchWanted) {
        var _ = wiring.laboratory().touchLabKey().run(event.key(), new Gesture.Decline());
      }
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMemoryCutInHalfIsToldEverywhereAndLeftAsItIs() throws Exception {
    done("lab", "new", "ada");
    done("register", "--user", "ada", "--key", "ada");
    Path memory = data.resolve("virtual-keys").resolve("ada").resolve("memory");
    byte[] half = Arrays.copyOf(Files.readAllBytes(memory), (int) Files.size(memory) / 2);
    Files.write(memory, half);

    assertThat(Shell.on(data).run("lab", "list").out()).contains("cannot be used", "damaged");
    assertThat(Shell.on(data).run("lab", "show", "ada").out()).contains("damaged");
    Shell.Ended plugged = Shell.on(data).run("lab", "plug", "ada");
    assertThat(plugged.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(plugged.err()).contains("damaged");
    try (Wiring wiring = new Wiring(Settings.usual(data));
        StartLab.Running _ = wiring.laboratory().startLab().run(true)) {
      assertThat(Shell.on(data).run("lab", "serve", "ada", "--udp", "--port", "0").err())
          .contains("damaged")
          .doesNotContain("not plugged in");
      assertThat(Shell.on(data).run("sign-in", "--key", "ada").err())
          .contains("damaged")
          .doesNotContain("not plugged in");
    }
    assertThat(Files.readAllBytes(memory)).isEqualTo(half);
  }

  @Test
  void aDataFolderThatCannotBeIsNoShelfWithAKeyOnIt() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");

    for (String[] words : new String[][] {{"lab", "list"}, {"lab", "plug", "virtual"}}) {
      Shell.Ended ended = Shell.on(file.resolve("below")).run(words);

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("The virtual keys in", "is not a folder");
    }
  }

  @Test
  void aPortThatAnotherKeyHasSaysWhichKey() throws Exception {
    try (Wiring wiring = new Wiring(Settings.usual(data));
        StartLab.Running _ = wiring.laboratory().startLab().run(false);
        ServeLabKey.Served served =
            wiring.laboratory().serveLabKey().run("virtual", new WireWish.Udp(0, 0), false)) {
      String port = served.where().substring(served.where().indexOf(':') + 1);

      JsonNode error =
          Shell.on(data)
              .run("lab", "serve", "virtual", "--udp", "--port", port, "--json")
              .json()
              .get("error");

      assertThat(error.get("happened").asText()).contains("'virtual' is served by udp");
      assertThat(error.get("next").asText()).contains("--port");
    }
  }

  @Test
  void keysOnTheShelfAreListedWhilePluggedIn() throws Exception {
    done("lab", "new", "ada", "--model", "tiny");
    assertThat(ids()).contains("virtual", "ada");

    done("lab", "unplug", "ada");
    assertThat(ids()).contains("virtual").doesNotContain("ada");

    done("lab", "unplug", "virtual");
    assertThat(Shell.on(data).run("keys").out()).contains("No key is plugged in.");
  }

  @Test
  void oneOfSeveralVirtualKeysHasToBeNamedWhereTheFirstIsOut() {
    done("lab", "new", "ada");
    done("lab", "new", "eve");
    assertThat(Shell.on(data).run("info").exitCode()).isEqualTo(ExitCode.DONE);
    done("lab", "unplug", "virtual");

    Shell.Ended ended = Shell.on(data).run("info");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("ada, eve", "--key");
  }

  @Test
  void aTouchNeedsALaboratoryAndSaysHowToStartIt() {
    Shell.Ended ended = Shell.on(data).run("lab", "touch", "virtual");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("No laboratory runs", "touchstone lab start");
  }

  @Test
  void faultsAreAddedKeptAndCleared() throws Exception {
    done("lab", "fault", "virtual", "--add", "counter-stuck", "--seed", "7");
    done("lab", "fault", "virtual", "--add", "{\"fault\": \"counter-back\", \"by\": 5}");

    JsonNode script = Shell.on(data).run("lab", "fault", "virtual", "--json").json().get("script");
    assertThat(script.get("seed").asInt()).isEqualTo(7);
    assertThat(script.get("faults").findValuesAsText("fault"))
        .containsExactly("counter-stuck", "counter-back");

    done("lab", "fault", "virtual", "--clear");
    assertThat(Shell.on(data).run("lab", "fault", "virtual").out()).contains("no faults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"counter-back", "counter-stuck", "status-wrong", "unplug-after-work"})
  void aFaultyKeyIsFaultyInEverySession(String fault) {
    done("register", "--user", "ada");
    done("sign-in", "--user", "ada");
    done("lab", "fault", "virtual", "--add", fault);

    Shell.Ended ended = Shell.on(data).run("sign-in", "--user", "ada", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).contains("\"failed\"");
  }

  @Test
  void anIdIsReusedInAnotherSessionThanItsOwn() {
    done("register", "--user", "ada");
    done("lab", "fault", "virtual", "--add", "credential-id-reused");

    Shell.Ended ended = Shell.on(data).run("register", "--user", "bob", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).contains("7.1.26");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void theCatalogueIsWrappedAndNotCut(int columns) {
    List<String> lines = FaultCatalogue.text(new Sheet(columns, false, new Style(false)));

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    String text = String.join(" ", lines).replaceAll(" +", " ");
    assertThat(text).doesNotContain("…");
    for (FaultKind kind : FaultKinds.all()) {
      assertThat(text).contains(kind.sentence());
      kind.parameters()
          .forEach(parameter -> assertThat(text).contains("\"" + parameter.name() + "\": "));
    }
    assertThat(text).contains("never below zero (1 to 4294967295, default 5)");
  }

  @Test
  void aSeedWithoutFaultsIsUsage() {
    Shell.Ended ended = Shell.on(data).run("lab", "fault", "virtual", "--seed", "5");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("nothing for the seed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-fault", "{", "{\"fault\":7}", "\"}, {\"", "[]"})
  void aFaultThatMakesNoSenseIsUsage(String fault) {
    Shell.Ended ended = Shell.on(data).run("lab", "fault", "virtual", "--add", fault);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("lab fault --list").doesNotContain("\tat ");
  }

  @Test
  void aScriptThatIsNotThereIsUsage() {
    Shell.Ended ended =
        Shell.on(data)
            .run("lab", "fault", "virtual", "--script", data.resolve("none.json").toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("none.json");
  }

  @Test
  void removalOnlyTellsUntilItIsMeant() {
    done("lab", "new", "ada");
    done("lab", "unplug", "ada");

    assertThat(Shell.on(data).run("lab", "remove", "ada").out()).contains("add --yes");
    assertThat(Shell.on(data).run("lab", "list").out()).contains("ada");
    done("lab", "remove", "ada", "--yes");
    assertThat(Shell.on(data).run("lab", "list").out()).doesNotContain("ada");
  }

  @Test
  void theCertificatesAreGivenAway() throws Exception {
    Path file = data.resolve("root.pem");

    done("lab", "export-root", "--pem", file.toString());

    assertThat(Files.readString(file)).contains("-----BEGIN CERTIFICATE-----");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-r--r--");
    }
    assertThat(Shell.on(data).run("lab", "export-root").out().strip())
        .isEqualTo(Files.readString(file).strip());
    Shell.Ended nowhere =
        Shell.on(data).run("lab", "export-root", "--pem", data.resolve("no/such").toString());
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(nowhere.err()).contains("cannot be written");
  }

  @Test
  void theMetadataIsASignedBlobWithTheStatusThatWasAskedFor() throws Exception {
    Path file = data.resolve("blob.jwt");

    done("lab", "export-mds", file.toString(), "--status", "tiny=REVOKED");

    String[] parts = Files.readString(file).strip().split("\\.");
    assertThat(parts).hasSize(3);
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains("\"REVOKED\"", "\"FIDO_CERTIFIED_L1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny=FINE", "abacus=REVOKED", "tiny"})
  void aStatusThatCannotBeIsUsageAndWritesNothing(String status) {
    Path file = data.resolve("blob.jwt");

    Shell.Ended ended =
        Shell.on(data).run("lab", "export-mds", file.toString(), "--status", status);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(file).doesNotExist();
  }

  @Test
  void ctrlCEndsTheLaboratoryInOrder() {
    Cancellation ctrlC = new Cancellation();
    ctrlC.cancel();

    Shell.Ended ended = Shell.on(data).with(ctrlC).run("lab", "start");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(ended.out()).contains("The laboratory runs: 1 of 1 keys is plugged in.");
    assertThat(data.resolve("lab").resolve("socket")).doesNotExist();
  }

  @Test
  void aKeyIsServedWithoutALaboratoryToo() throws Exception {
    Cancellation ctrlC = new Cancellation();
    ctrlC.cancel();

    Shell.Ended ended =
        Shell.on(data)
            .with(ctrlC)
            .run("lab", "serve", "virtual", "--udp", "--port", "0", "--reply-port", "0", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(ended.json().get("where").asText()).startsWith("127.0.0.1:");
  }

  @Test
  void aKeyIsServedAsAUsbDeviceThatAKernelImports() throws Exception {
    Cancellation ctrlC = new Cancellation();
    ctrlC.cancel();

    Shell.Ended ended =
        Shell.on(data)
            .with(ctrlC)
            .run("lab", "serve", "virtual", "--usbip", "--port", "0", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(ended.json().get("where").asText()).startsWith("127.0.0.1:");
    assertThat(ended.json().get("wire").asText()).isEqualTo("usbip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtual",
        "virtual --udp --uhid",
        "virtual --udp --port 70000",
        "virtual --uhid --port 1",
        "virtual --vpcd --reply-port 2"
      })
  void aWireThatCannotBeIsUsage(String arguments) {
    String[] words = ("lab serve " + arguments).split(" ");

    Shell.Ended ended = Shell.on(data).run(words);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("touchstone lab serve --help");
  }

  private Iterable<String> ids() throws Exception {
    return Shell.on(data).run("keys", "--json").json().get("keys").findValuesAsText("id");
  }

  private void done(String... arguments) {
    Shell.Ended ended = Shell.on(data).run(arguments);
    assertThat(ended.exitCode())
        .as(String.join(" ", arguments) + "\n" + ended.out() + ended.err())
        .isEqualTo(ExitCode.DONE);
  }
}
