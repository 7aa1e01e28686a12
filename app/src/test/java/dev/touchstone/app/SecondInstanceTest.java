package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/requests.md} does to a second instance, run as it stands there. */
final class SecondInstanceTest {

  private static final Path PAGE = DocumentationTest.PROJECT.resolve("docs/requests.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the examples are for bash and jq")
  void theExamplesWorkAsWritten() throws Exception {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(3);
    Path second = folder.resolve("second");
    Process server = Program.builder(second, "", "serve", "--port", "0", "--json").start();
    try (BufferedReader out = server.inputReader()) {
      String url = new ObjectMapper().readTree(out.readLine()).get("url").asText();
      run(
          "set -euo pipefail\n" + String.join("\n", blocks),
          "http://localhost:" + URI.create(url).getPort(),
          second);
    } finally {
      server.destroy();
      server.waitFor();
    }
    assertThat(Files.readString(second.resolve("outbox").resolve(onlyMail(second))))
        .contains("ada@example.org");
  }

  private static String onlyMail(Path second) throws Exception {
    try (var files = Files.list(second.resolve("outbox"))) {
      List<String> names = files.map(it -> it.getFileName().toString()).toList();
      assertThat(names).hasSize(1);
      return names.getFirst();
    }
  }

  /** In one shell, where ./touchstone is the program on a data folder of its own. */
  private void run(String script, String address, Path second) throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    ProcessBuilder program = Program.builder(folder.resolve("first"), "");
    String words =
        program.command().stream().map(it -> "'" + it + "'").collect(Collectors.joining(" "));
    Path launcher =
        Files.writeString(work.resolve("touchstone"), "#!/bin/sh\nexec " + words + " \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(work.toFile());
    builder.environment().putAll(program.environment());
    builder.environment().put("address", address);
    builder.environment().put("second", second.toString());
    Process bash = builder.redirectErrorStream(true).start();
    bash.getOutputStream().close();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(script + "\n" + said).isZero();
  }
}
