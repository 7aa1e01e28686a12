package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.http.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/http-api.md} says is so: its examples are run as they stand there. */
final class HttpApiPageTest {

  private static final Path PAGE = Path.of("../docs/http-api.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the examples are for bash, curl and jq")
  void theExamplesWorkAsWritten(@TempDir Path folder) throws Exception {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(5);
    Path work = Files.createDirectory(folder.resolve("work"));
    StringBuilder before = new StringBuilder("set -euo pipefail\n");
    try (Served served = new Served(folder);
        VirtualKey other = served.newKey()) {
      for (String block : blocks) {
        if (block.contains("desk_code:=")) {
          Files.writeString(folder.resolve("desk-code"), deskCode(served));
        }
        run(before + block, work, "http://127.0.0.1:" + served.server.port());
        assignments(block, before);
        browse(served, Served.browser(other), work);
      }
      assertThat(served.rp.credentials("ada@example.org").getFirst().label()).isEqualTo("blue key");
    }
  }

  @Test
  void everyCodeStandsOnThePage() throws Exception {
    String page = Files.readString(PAGE);
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(page).contains("`" + code.word() + "`");
    }
  }

  /** Each block is a shell of its own; what an earlier one set is set again. */
  private static void assignments(String block, StringBuilder before) {
    block
        .lines()
        .filter(it -> it.matches("(: \"|[a-z]+=|code\\(\\)).*"))
        .forEach(it -> before.append(it).append('\n'));
  }

  /** What two operators give Bob. */
  private static String deskCode(Served served) throws Exception {
    List<User> operators = new ArrayList<>();
    for (String name : List.of("grace", "linus")) {
      operators.add(
          served
              .rp
              .administration()
              .accounts()
              .create(
                  new AccountText(name, "", ProfileText.NOTHING), Role.SUPPORT, Caller.CONSOLE));
    }
    Enrolments enrolments = served.rp.helpDesk().enrolments();
    String id =
        enrolments
            .ask("bob@example.org", "came with a passport", operators.getFirst(), Caller.CONSOLE)
            .enrolment()
            .id();
    return enrolments.approve(id, operators.getLast(), Caller.CONSOLE).code();
  }

  /** What the page leaves to a browser. */
  private static void browse(Served served, BareClient other, Path work) throws Exception {
    for (String whose : List.of("", "bob-", "again-", "enrol-")) {
      BareClient client = whose.equals("enrol-") ? other : served.browser;
      Path creation = work.resolve(whose + "creation.json");
      Path credential = work.resolve(whose + "credential.json");
      if (Files.exists(creation) && Files.notExists(credential)) {
        Files.writeString(credential, client.register(Files.readString(creation)));
      }
      Path request = work.resolve(whose + "request.json");
      Path assertion = work.resolve(whose + "assertion.json");
      if (Files.exists(request) && Files.notExists(assertion)) {
        Files.writeString(assertion, served.browser.signIn(Files.readString(request)));
      }
    }
  }

  private static void run(String script, Path work, String server) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(work.toFile());
    builder.environment().put("server", server);
    builder.environment().put("outbox", work.resolveSibling("outbox").toString());
    Path desk = work.resolveSibling("desk-code");
    if (Files.exists(desk)) {
      builder.environment().put("desk_code", Files.readString(desk));
    }
    Process bash = builder.redirectErrorStream(true).start();
    String said =
        new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(bash.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(bash.exitValue()).as(script + "\n" + said).isZero();
  }
}
