package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, from its first line to its exit code. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGINT to send")
final class ServeProcessTest {

  @Test
  void itTellsWhereItServesAndEndsInOrderOnCtrlC(@TempDir Path data) throws Exception {
    Process server = Program.builder(data, "", "serve", "--port", "0", "--json").start();
    try (BufferedReader out = server.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      JsonNode told = new ObjectMapper().readTree(out.readLine());
      URI url = URI.create(told.get("url").asText());
      assertThat(url.getHost()).isEqualTo("127.0.0.1");
      assertThat(told.get("rpId").asText()).isEqualTo("localhost");
      assertThat(told.get("origins").toString())
          .isEqualTo("[\"https://localhost\",\"http://localhost:%d\"]".formatted(url.getPort()));
      assertThat(told.get("warnings")).isEmpty();
      HttpResponse<String> ready =
          client.send(
              HttpRequest.newBuilder(url.resolve("/ready")).build(), BodyHandlers.ofString());
      assertThat(ready.body()).isEqualTo("{\"status\":\"ready\"}");

      new ProcessBuilder("kill", "-INT", "" + server.pid()).start().waitFor();

      assertThat(server.waitFor()).isEqualTo(130);
    } finally {
      server.destroyForcibly();
    }
  }
}
