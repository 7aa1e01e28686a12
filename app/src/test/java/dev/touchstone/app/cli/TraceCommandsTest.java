package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandsTest {

  private static final String PIN = "48291370";
  private static final String SECRET_INPUT = "c2VjcmV0LXNhbHQtZm9yLXByZg";

  @TempDir private Path data;
  @TempDir private Path elsewhere;

  private Shell.Ended run(String... arguments) {
    return Shell.on(data).run(arguments);
  }

  private void registerWithPinAndPrf() {
    assertThat(Shell.on(data).typing(PIN + "\n").run("pin", "set", "--pin-stdin").exitCode())
        .isZero();
    assertThat(
            Shell.on(data)
                .typing(PIN + "\n")
                .run(
                    "register",
                    "--user",
                    "ada",
                    "--user-verification",
                    "required",
                    "--extension",
                    "{\"prf\":{\"eval\":{\"first\":\"" + SECRET_INPUT + "\"}}}",
                    "--pin-stdin")
                .exitCode())
        .isZero();
  }

  @Test
  void noFileOfTheDataFolderHoldsASecretAfterPinAndPrf() throws Exception {
    registerWithPinAndPrf();
    byte[] hash =
        Arrays.copyOf(
            MessageDigest.getInstance("SHA-256").digest(PIN.getBytes(StandardCharsets.UTF_8)), 16);
    List<byte[]> secrets =
        List.of(
            PIN.getBytes(StandardCharsets.UTF_8),
            PIN.getBytes(StandardCharsets.UTF_16LE),
            PIN.getBytes(StandardCharsets.UTF_16BE),
            HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII));

    List<Path> files = files(data);
    assertThat(files).anyMatch(it -> it.toString().endsWith(".trace"));
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (byte[] secret : secrets) {
        assertThat(content.contains(new String(secret, StandardCharsets.ISO_8859_1)))
            .as("%s in %s", HexFormat.of().formatHex(secret), file)
            .isFalse();
      }
      // the relying party's database has the options that it sent itself
      if (file.startsWith(data.resolve("recordings"))) {
        assertThat(content).doesNotContain(SECRET_INPUT);
      }
      // the virtual key keeps its own PIN hash, as a real one does
      if (!file.startsWith(data.resolve("virtual-keys"))) {
        assertThat(content).doesNotContain(new String(hash, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void eachRunThatUsesAKeyIsListedTheNewestFirst() throws Exception {
    run("info");
    run("keys");
    run("register", "--user", "ada");
    JsonNode list = run("trace", "list", "--json").json().get("recordings");

    assertThat(list).hasSize(2);
    assertThat(list.findValuesAsText("command")).containsExactly("register", "info");
    assertThat(run("trace", "list").out()).contains("register").contains("virtual");
  }

  @Test
  void aRunIsShownMessageByMessage() throws Exception {
    run("register", "--user", "ada");
    Shell.Ended shown = run("trace", "show", "last", "--verbose");

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains("→ authenticatorMakeCredential")
        .contains("/rpIdHash/")
        .contains("= registration judged  accepted");
    JsonNode page =
        run("trace", "show", "--command", "makecredential", "--from", "1", "--limit", "1", "--json")
            .json();
    assertThat(page.get("total").intValue()).isEqualTo(2);
    assertThat(page.get("entries")).hasSize(1);
    assertThat(page.at("/entries/0/outcome").textValue()).isEqualTo("CTAP2_OK");
    assertThat(page.at("/entries/0/packets").size()).isGreaterThan(5);
  }

  @Test
  void onlyFailuresAreShownWhenOnlyTheyAreAskedFor() throws Exception {
    run("register", "--user", "ada");
    run("sign-in", "--user", "ada", "--user-verification", "required");
    run("lab", "new", "full", "--model", "tiny");
    assertThat(run("trace", "show", "--failures").out()).contains("Nothing of that sort");
  }

  @Test
  void aTextIsFoundInAllRecordings() {
    run("register", "--user", "ada");
    run("info");

    assertThat(run("trace", "search", "clientDataHash").out()).contains("MakeCredential");
    assertThat(run("trace", "search", "no such text").exitCode()).isEqualTo(1);
  }

  @Test
  void aRecordingIsExportedInEveryFormat() throws Exception {
    run("register", "--user", "ada@example.com", "--display-name", "Ada Lovelace");
    for (String name : List.of("a.json", "a.txt", "a.pcapng", "a.trace")) {
      assertThat(run("trace", "export", "last", elsewhere.resolve(name).toString()).exitCode())
          .isZero();
    }

    assertThat(Files.readString(elsewhere.resolve("a.txt")))
        .contains("AAGUID")
        .doesNotContain("ada@example.com")
        .doesNotContain("Ada Lovelace");
    assertThat(new ObjectMapper().readTree(elsewhere.resolve("a.json").toFile()).get("entries"))
        .hasSizeGreaterThan(8);
    assertThat(Files.readAllBytes(elsewhere.resolve("a.pcapng")))
        .startsWith(0x0a, 0x0d, 0x0d, 0x0a);
    assertThat(run("trace", "show", elsewhere.resolve("a.trace").toString()).out())
        .contains("authenticatorMakeCredential");
  }

  @Test
  void everyCommandWritesItsTraceIntoTheFileThatIsNamed() throws Exception {
    Path trace = elsewhere.resolve("run.txt");
    assertThat(run("info", "--trace", trace.toString()).exitCode()).isZero();

    assertThat(Files.readString(trace)).contains("authenticatorGetInfo");
  }

  @Test
  void aCommandThatFailsLeavesItsTraceToo() throws Exception {
    Path trace = elsewhere.resolve("run.txt");
    assertThat(run("sign-in", "--trace", trace.toString()).exitCode()).isEqualTo(1);

    assertThat(Files.readString(trace)).contains("CTAP2_ERR_NO_CREDENTIALS");
  }

  @Test
  void aTraceThatCannotBeWrittenIsSaidBeforeAnythingIsDone() {
    Shell.Ended ended =
        run("register", "--user", "ada", "--trace", elsewhere.resolve("no/such/x.txt").toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("The trace cannot be written to");
    assertThat(run("users").out()).doesNotContain("ada");
  }

  @Test
  void recordingsCanBeSwitchedOffAndATraceStillBeHad() throws Exception {
    Files.writeString(data.resolve("settings.properties"), "recording = no\n");
    Path trace = elsewhere.resolve("run.json");
    run("info");
    run("info", "--trace", trace.toString());

    assertThat(run("trace", "list").out()).contains("There are no recordings");
    assertThat(Files.readString(trace)).contains("authenticatorGetInfo");
  }

  @Test
  void aLimitThatIsNoNumberIsRefused() throws Exception {
    Files.writeString(data.resolve("settings.properties"), "recording.file-limit = much\n");

    assertThat(run("keys").exitCode()).isEqualTo(2);
    assertThat(run("keys").err()).contains("megabytes");
  }

  @Test
  void deletingNeedsAYes() {
    run("info");
    assertThat(run("trace", "delete", "--all").out()).contains("Would delete");
    assertThat(run("trace", "delete", "last", "--yes", "--dry-run").out()).contains("Would delete");
    assertThat(run("trace", "delete").exitCode()).isEqualTo(2);
    assertThat(run("trace", "delete", "last", "--yes").out()).contains("Deleted");
    assertThat(run("trace", "list").out()).contains("There are no recordings");
  }

  @Test
  void twoRecordingsAreCompared() throws Exception {
    run("info");
    run("register", "--user", "ada");
    List<String> ids = run("trace", "list", "--json").json().findValuesAsText("id");
    String register = ids.stream().filter(it -> it.startsWith("20")).findFirst().orElseThrow();
    Shell.Ended different = run("trace", "compare", register, "last", "--json");

    assertThat(run("trace", "compare", "last", "last").out()).contains("Both did the same");
    assertThat(different.json().get("same").booleanValue()).isTrue();
  }

  @Test
  void aReplayIsShownFirstAndSentWithAYes() throws Exception {
    run("register", "--user", "ada");
    Shell.Ended preview = run("trace", "replay", "last");
    assertThat(preview.out()).contains("authenticatorMakeCredential").contains("Nothing was sent");

    Shell.Ended sent = run("trace", "replay", "last", "--yes");
    assertThat(sent.out()).contains("= authenticatorMakeCredential  CTAP2_OK");
  }

  @Test
  void aReplayNeverSendsWhatNeedsASecret() throws Exception {
    registerWithPinAndPrf();
    JsonNode preview = run("trace", "replay", "last", "--json").json();

    assertThat(preview.get("done").booleanValue()).isFalse();
    assertThat(preview.get("commands"))
        .filteredOn(it -> it.get("title").textValue().equals("authenticatorMakeCredential"))
        .allMatch(it -> !it.get("sent").booleanValue())
        .allMatch(it -> it.get("obstacle").textValue().contains("pinUvAuthParam"));
  }

  @Test
  void aRecordingThatIsNotThereIsSaid() {
    assertThat(run("trace", "show", "1999").exitCode()).isEqualTo(2);
    assertThat(run("trace", "show", "1999").err()).contains("There is no recording '1999'");
  }
}
