package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as the system sees it: processes, signals, exit codes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGINT to send")
final class ProcessesTest {

  private static final String WAITS = "The virtual key 'virtual' waits for a touch: press Enter.";

  @TempDir Path data;

  @Test
  void oneProcessRegistersAndAnotherSignsIn() throws Exception {
    JsonNode registered = finished("register", "--user", "ada", "--json");
    JsonNode signedIn = finished("sign-in", "--user", "ada", "--json");

    assertThat(registered.get("accepted").asBoolean()).isTrue();
    assertThat(signedIn.get("accepted").asBoolean()).isTrue();
    assertThat(signedIn.at("/credential/id")).isEqualTo(registered.at("/credential/id"));
  }

  @Test
  void anAnswerThatFindsNoSpaceIsNotPassedOffAsDone() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Process process = builder("", "users", "--json").redirectOutput(full.toFile()).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(err).contains("could not be written");
  }

  @Test
  void enterTouchesTheVirtualKey() throws Exception {
    Process process = start("register", "--user", "ada");
    awaitLine(process, WAITS);

    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    }

    assertThat(process.waitFor()).isZero();
  }

  @Test
  void ctrlCWhileTheKeyWaitsEndsWith130AndLosesNothing() throws Exception {
    Process process = start("register", "--user", "ada");
    BufferedReader err = awaitLine(process, WAITS);

    assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor())
        .isZero();

    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(err.lines()).anyMatch(line -> line.contains("Nothing was registered."));
    assertThat(finished("users", "credentials", "--json").get("credentials")).isEmpty();
  }

  @Test
  void aProcessKilledWhileRegisteringLeavesADatabaseThatOpens() throws Exception {
    Process process = start("register", "--user", "ada");
    awaitLine(process, WAITS);

    assertThat(process.destroyForcibly().waitFor()).isNotZero();

    assertThat(finished("users", "credentials", "--json").get("credentials")).isEmpty();
    assertThat(finished("register", "--user", "ada", "--json").get("accepted").asBoolean())
        .isTrue();
  }

  /** Runs to the end without a terminal. */
  private JsonNode finished(String... arguments) throws Exception {
    Process process = builder("", arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    JsonNode answer = new ObjectMapper().readTree(process.getInputStream());
    assertThat(process.waitFor()).as(answer.toString()).isZero();
    return answer;
  }

  /** Starts as if a person sat there. */
  private Process start(String... arguments) throws IOException {
    return builder("in", arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private ProcessBuilder builder(String terminals, String... arguments) throws IOException {
    return Program.builder(data, terminals, arguments);
  }

  private static BufferedReader awaitLine(Process process, String wanted) throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line = err.readLine();
    while (line != null && !line.equals(wanted)) {
      line = err.readLine();
    }
    assertThat(line).isEqualTo(wanted);
    return err;
  }
}
