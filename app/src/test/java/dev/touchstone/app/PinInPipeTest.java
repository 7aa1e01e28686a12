package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person at a terminal whose answer goes into a file or a pipe. The terminal is made by {@code
 * script} of util-linux.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "script takes other options elsewhere")
@Timeout(120)
final class PinInPipeTest {

  private static final String PIN = "135790";

  @TempDir Path data;

  @Test
  void thePinIsAskedForOnTheTerminalAndNeitherShownNorInTheAnswer() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script of util-linux");
    setPin();
    Path answer = data.resolve("answer.json");

    Process process =
        onTerminal(
            answer, "register", "--user", "ada", "--json", "--user-verification", "required");
    String shown = converse(process, PIN.getBytes(StandardCharsets.US_ASCII));

    assertThat(process.waitFor()).as(shown).isZero();
    assertThat(shown).contains("PIN: ").doesNotContain(PIN);
    String json = Files.readString(answer);
    assertThat(new ObjectMapper().readTree(json).get("accepted").asBoolean()).isTrue();
    assertThat(json).doesNotContain(PIN);
  }

  @Test
  void bytesThatAreNoTextAreNotSentToTheKeyAsAnotherPin() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script of util-linux");
    setPin();
    Process process =
        onTerminal(
            data.resolve("answer.json"),
            "register",
            "--user",
            "ada",
            "--user-verification",
            "required");

    String shown = converse(process, new byte[] {'1', '3', (byte) 0xfc, '7', '9', '0'});

    assertThat(process.waitFor()).as(shown).isNotZero();
    assertThat(shown).containsOnlyOnce("PIN: ");
    Process tries = Program.builder(data, "", "pin", "tries", "--json").start();
    assertThat(new ObjectMapper().readTree(tries.getInputStream()).get("triesLeft").asInt())
        .isEqualTo(8);
  }

  /** Types the PIN where it is asked for and touches the key; returns what the person saw. */
  private static String converse(Process process, byte[] pin) throws IOException {
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream in = process.getOutputStream()) {
      StringBuilder seen = new StringBuilder();
      for (int c = out.read(); c >= 0; c = out.read()) {
        seen.append((char) c);
        if (seen.toString().endsWith("PIN: ")) {
          in.write(pin);
          in.write('\n');
          in.flush();
        } else if (seen.toString().endsWith("press Enter.")) {
          in.write('\n');
          in.flush();
        }
      }
      return seen.toString();
    }
  }

  private void setPin() throws IOException, InterruptedException {
    Process process =
        Program.builder(data, "", "pin", "set", "--pin-stdin")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write((PIN + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(process.waitFor()).isZero();
  }

  private Process onTerminal(Path answer, String... arguments) throws IOException {
    String command =
        Program.builder(data, "in,err", arguments).command().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", command + " > '" + answer + "'", "/dev/null");
    builder.environment().put("TOUCHSTONE_DATA", data.toString());
    return builder.redirectErrorStream(true).start();
  }
}
