package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory in one process, used by others. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGINT to send")
final class LabProcessesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path data;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aKeyHeldByOneProcessIsTouchedFromAnotherWhileAThirdRegisters() throws Exception {
    BufferedReader log = startLab();
    Process registration = start("in", "register", "--user", "ada", "--key", "virtual", "--json");
    awaitEvent(log, "touch-wanted");

    assertThat(finished("lab", "touch", "virtual", "--json").get("waited").asBoolean()).isTrue();

    JsonNode registered = JSON.readTree(registration.getInputStream());
    assertThat(registered.get("accepted").asBoolean()).as(registered.toString()).isTrue();
    assertThat(awaitEvent(log, "touch-ended").get("outcome").asText()).isEqualTo("touched");
  }

  @Test
  void withoutATerminalACommandWaitsForTheTouchThatTheLaboratoryWants() throws Exception {
    startLab();
    Process registration =
        Program.builder(data, "", "register", "--user", "ada", "--key", "virtual", "--json")
            .start();
    started.add(registration);
    registration.getOutputStream().close();
    BufferedReader err =
        new BufferedReader(
            new InputStreamReader(registration.getErrorStream(), StandardCharsets.UTF_8));
    String wanted = "virtual waits for a touch: touchstone lab touch virtual";
    assertThat(err.lines().filter(wanted::equals).findFirst()).isPresent();

    assertThat(finished("lab", "touch", "virtual", "--json").get("waited").asBoolean()).isTrue();

    JsonNode registered = JSON.readTree(registration.getInputStream());
    assertThat(registered.get("accepted").asBoolean()).as(registered.toString()).isTrue();
  }

  @Test
  void whatOneProcessPlugsIsThereForTheOthersAndCtrlCEndsItAll() throws Exception {
    BufferedReader log = startLab();
    finished("lab", "new", "ada", "--model", "tiny", "--json");
    awaitEvent(log, "plugged");
    finished("lab", "clone", "ada", "eve", "--json");
    finished("lab", "unplug", "ada", "--json");
    awaitEvent(log, "unplugged");
    finished("lab", "plug", "eve", "--json");

    JsonNode list = finished("lab", "list", "--json");
    assertThat(list.get("running").asBoolean()).isTrue();
    assertThat(list.get("keys")).hasSize(3);
    assertThat(finished("keys", "--json").get("keys").findValuesAsText("id"))
        .contains("virtual", "eve")
        .doesNotContain("ada");

    Process lab = started.getFirst();
    assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(lab.pid())).start().waitFor())
        .isZero();
    assertThat(lab.waitFor()).isEqualTo(130);
    assertThat(data.resolve("lab").resolve("socket")).doesNotExist();
    assertThat(finished("lab", "list", "--json").get("running").asBoolean()).isFalse();
  }

  @Test
  void aSecondLaboratoryIsToldWhichProcessHasIt() throws Exception {
    startLab();

    Process second = start("", "lab", "start", "--json");

    JsonNode error = JSON.readTree(second.getInputStream()).get("error");
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(error.get("happened").asText()).contains("process " + started.getFirst().pid());
  }

  @Test
  void aLaboratoryThatWasKilledIsTakenOverAndItsKeysAreFree() throws Exception {
    startLab();
    started.getFirst().destroyForcibly().waitFor();

    assertThat(finished("register", "--user", "ada", "--json").get("accepted").asBoolean())
        .isTrue();
    assertThat(startLab()).isNotNull();
  }

  private BufferedReader startLab() throws IOException {
    Process lab = start("", "lab", "start", "--json");
    BufferedReader log =
        new BufferedReader(new InputStreamReader(lab.getInputStream(), StandardCharsets.UTF_8));
    awaitEvent(log, "started");
    return log;
  }

  private static JsonNode awaitEvent(BufferedReader log, String name) throws IOException {
    List<String> before = new ArrayList<>();
    String line = log.readLine();
    while (line != null) {
      JsonNode event = JSON.readTree(line);
      if (event.path("event").asText().equals(name)) {
        return event;
      }
      before.add(line);
      line = log.readLine();
    }
    throw new AssertionError("no " + name + " after " + before);
  }

  private Process start(String terminals, String... arguments) throws IOException {
    Process process =
        Program.builder(data, terminals, arguments)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    return process;
  }

  private JsonNode finished(String... arguments) throws Exception {
    Process process = start("", arguments);
    process.getOutputStream().close();
    JsonNode answer = JSON.readTree(process.getInputStream());
    assertThat(process.waitFor()).as(answer.toString()).isZero();
    return answer;
  }
}
