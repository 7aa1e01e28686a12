package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

  @TempDir private Path data;
  @TempDir private Path elsewhere;

  private Shell.Ended run(String... arguments) {
    return Shell.on(data).run(arguments);
  }

  private JsonNode json(String... arguments) throws Exception {
    Shell.Ended ended = run(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.json();
  }

  private void registerAndSignIn() {
    assertThat(run("register", "--user", "ada").exitCode()).isZero();
    assertThat(run("sign-in", "--user", "ada").exitCode()).isZero();
  }

  @Test
  void whatHappenedIsListedTheNewestFirst() throws Exception {
    registerAndSignIn();
    JsonNode rows = json("audit", "list", "--json").get("rows");
    assertThat(rows.findValuesAsText("event"))
        .containsExactly(
            "sign-in.complete", "sign-in.begin", "registration.complete", "registration.begin");
    assertThat(rows.get(0).get("subject").asText()).isEqualTo("ada");
    JsonNode page = json("audit", "list", "--limit", "3", "--json");
    JsonNode rest = json("audit", "list", "--before", page.get("next").asText(), "--json");
    assertThat(rest.get("rows")).hasSize(1);
    assertThat(json("audit", "list", "--event", "sign-in", "--json").get("rows")).hasSize(2);
    assertThat(json("audit", "list", "--search", "N-IN.C", "--json").get("rows")).hasSize(1);
    assertThat(json("audit", "list", "--search", "%", "--json").get("rows")).isEmpty();
    assertThat(json("audit", "list", "--user", "bob", "--json").get("rows")).isEmpty();
    assertThat(json("audit", "list", "--until", "1d", "--json").get("rows")).isEmpty();
    assertThat(run("audit", "list").out()).contains("sign-in.complete").contains("ada");
  }

  @Test
  void whoChangedWhatIsAQuestionOfItsOwn() throws Exception {
    registerAndSignIn();
    run("users", "role", "ada", "admin", "--yes");
    run("users", "role", "ada", "user", "--yes");
    JsonNode rows = json("audit", "changes", "--json").get("rows");
    assertThat(rows.findValuesAsText("event")).containsExactly("user.role", "user.role");
    assertThat(rows.findValuesAsText("outcome")).containsExactly("refused", "succeeded");
    assertThat(rows.get(0).get("actor").asText())
        .isEqualTo("console:" + System.getProperty("user.name"));
  }

  @Test
  void failedSignInsAreListedWithTheStepThatFailed() throws Exception {
    registerAndSignIn();
    run("users", "disable", "ada", "--yes");
    run("sign-in", "--user", "ada");
    JsonNode rows = json("audit", "failed-sign-ins", "--json").get("rows");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("reason").asText()).contains("Identify the user");
    assertThat(run("audit", "refused").out()).contains("Nothing of the kind");
    assertThat(run("audit", "counters").out()).contains("Nothing of the kind");
    assertThat(run("audit", "addresses").out()).contains("Nobody");
  }

  @Test
  void trailThatWasTamperedWithIsFound() throws Exception {
    registerAndSignIn();
    assertThat(run("audit", "verify").exitCode()).isZero();
    Path kept = elsewhere.resolve("checkpoint.json");
    assertThat(run("audit", "checkpoint", kept.toString()).out()).contains("signed up to row 4");
    change("UPDATE audit SET actor = 'mallory' WHERE seq = 2");
    Shell.Ended found = run("audit", "verify");
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.out()).contains("Row 2 is not what was written");
    change("DELETE FROM audit WHERE seq > 1");
    change("DELETE FROM audit_checkpoint");
    assertThat(run("audit", "verify").exitCode()).isZero();
    Shell.Ended missing = run("audit", "verify", "--checkpoint", kept.toString(), "--json");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.json().at("/chains/0/findings/0/kind").asText()).isEqualTo("tail_removed");
  }

  @Test
  void exportIsWholeAndIsARowItself() throws Exception {
    registerAndSignIn();
    Path file = elsewhere.resolve("audit.jsonl");
    assertThat(json("audit", "export", file.toString(), "--json").get("count").asInt())
        .isEqualTo(5);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).contains("registration.begin");
    assertThat(lines.getLast()).contains("\"event\":\"export\"");
    run("audit", "export", file.toString(), "--format", "cef", "--event", "sign-in");
    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(it -> it.startsWith("CEF:0|"));
  }

  @Test
  void retentionShowsFirstWhatWouldGo() throws Exception {
    registerAndSignIn();
    assertThat(run("audit", "retain", "--older-than", "400d").out()).contains("No row is so old");
    change("UPDATE audit SET at = 0 WHERE seq < 3");
    assertThat(run("audit", "retain", "--older-than", "400d", "--dry-run").out())
        .contains("2 rows of file up to row 2 would go");
    assertThat(run("audit", "retain", "--older-than", "400d").exitCode()).isEqualTo(2);
    JsonNode done = json("audit", "retain", "--older-than", "400d", "--yes", "--json");
    assertThat(done.get("done").asBoolean()).isTrue();
    assertThat(json("audit", "verify", "--json").at("/chains/0/retainedUpTo").asInt()).isEqualTo(2);
    assertThat(run("audit", "retain", "--older-than", "2999-01-01", "--yes").exitCode())
        .isEqualTo(2);
  }

  @Test
  void trailIsSentToAReceiverOfSyslog() throws Exception {
    registerAndSignIn();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> received =
          CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept();
                InputStream in = socket.getInputStream()) {
              return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      String to = "tcp://127.0.0.1:" + server.getLocalPort();
      assertThat(json("audit", "syslog", "--to", to, "--once", "--json").get("sent").asInt())
          .isEqualTo(4);
      assertThat(received.join()).contains("sequenceId=\"4\"");
    }
    Shell.Ended dead = run("audit", "syslog", "--to", "tcp://127.0.0.1:1", "--once");
    assertThat(dead.exitCode()).isEqualTo(1);
    assertThat(dead.err()).contains("cannot be sent").doesNotContain("Exception");
    assertThat(run("audit", "syslog", "--to", "nonsense", "--once").exitCode()).isEqualTo(2);
  }

  @Test
  void nonsenseIsMisuseAndSaysWhatWouldBeRight() {
    assertThat(run("audit", "list", "--since", "yesterday").err()).contains("Write it like 7d");
    assertThat(run("audit", "list", "--before", "x").exitCode()).isEqualTo(2);
    assertThat(run("audit", "list", "--outcome", "maybe").exitCode()).isEqualTo(2);
    assertThat(run("audit", "verify", "--checkpoint", data.resolve("none").toString()).exitCode())
        .isEqualTo(1);
  }

  private void change(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("touchstone.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
