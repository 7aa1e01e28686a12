package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail and one-time passwords in the terminal. */
final class FactorCommandsTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  @TempDir Path data;

  @Test
  void mailGoesIntoAFolderUntilAServerIsChosenAndThePasswordIsNowhere() throws Exception {
    Shell shell = Shell.on(data);
    assertThat(shell.run("mail").out()).contains(data.resolve("outbox").toString());
    assertThat(shell.run("mail", "outbox").out()).contains("empty");
    assertThat(shell.run("mail", "queue").out()).contains("empty");
    assertThat(shell.run("mail", "check").exitCode()).isEqualTo(ExitCode.USAGE);

    String[] choose = {
      "mail",
      "settings",
      "--host",
      "127.0.0.1",
      "--port",
      "1",
      "--security",
      "none",
      "--user",
      "keys",
      "--sender",
      "Keys <keys@example.com>",
      "--password-stdin",
      "--json"
    };
    assertThat(
            with(shell.typing("correct horse\n"), choose, "--dry-run")
                .json()
                .get("done")
                .asBoolean())
        .isFalse();
    assertThat(shell.run("mail", "settings", "--json").json().get("server").isNull()).isTrue();
    assertThat(
            with(shell.typing("correct horse\n"), choose, "--yes").json().get("done").asBoolean())
        .isTrue();
    JsonNode shown = shell.run("mail", "settings", "--json").json();
    assertThat(shown.at("/server/host").asText()).isEqualTo("127.0.0.1");
    assertThat(shown.get("passwordKept").asBoolean()).isTrue();
    assertThat(shown.toString()).doesNotContain("horse");

    Shell.Ended check = shell.run("mail", "check", "--to", "ada@example.org", "--json");
    assertThat(check.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(check.json().at("/steps/1/step").asText()).isEqualTo("connection");
    assertThat(check.out() + check.err()).doesNotContain("horse");
    shell.run("mail", "settings", "--outbox", "--yes");
    assertThat(shell.run("mail", "settings", "--outbox").out()).contains("into a folder already");
    assertThat(shell.run("secrets").out()).doesNotContain("mail/password");
  }

  @Test
  void passwordOfOneServerIsNotKeptForAnother() throws Exception {
    Shell shell = Shell.on(data);
    String sender = "Keys <keys@example.com>";
    shell
        .typing("correct horse\n")
        .run(
            settings(
                "--host", "one.example", "--user", "keys", "--sender", sender, "--password-stdin"));
    assertThat(passwordIsKept(shell)).isTrue();
    assertThat(shell.run(settings("--port", "2525")).out()).doesNotContain("forgotten");
    assertThat(passwordIsKept(shell)).isTrue();
    assertThat(shell.run("mail", "settings", "--host", "two.example", "--dry-run").out())
        .contains("Would forget the password");
    assertThat(shell.run("mail", "settings", "--port", "26", "--dry-run").out())
        .doesNotContain("Would forget");
    assertThat(shell.run(settings("--host", "two.example")).out())
        .contains("forgotten")
        .contains("--password");
    assertThat(passwordIsKept(shell)).isFalse();

    Shell.Ended both =
        shell
            .typing("correct battery\n")
            .run(settings("--host", "three.example", "--password-stdin"));
    assertThat(both.out()).doesNotContain("forgotten");
    assertThat(passwordIsKept(shell)).isTrue();
    shell.run(settings("--user", "others"));
    assertThat(passwordIsKept(shell)).isFalse();
  }

  private static String[] settings(String... options) {
    return Stream.concat(Stream.of("mail", "settings", "--yes"), Stream.of(options))
        .toArray(String[]::new);
  }

  private static boolean passwordIsKept(Shell shell) throws Exception {
    return shell.run("mail", "settings", "--json").json().get("passwordKept").asBoolean();
  }

  @Test
  void templatesAreEditedWhenTheyAreGoodAndResetAgain() throws Exception {
    Shell shell = Shell.on(data);
    Path page = Files.writeString(data.resolve("page.html"), "<p>{{code}}</p><p>{{name}}</p>");
    String[] edit = {"mail", "templates", "edit", "verify", "--html", page.toString()};
    Shell.Ended refused = with(shell, edit, "--yes");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("{{name}}").contains("Nothing was changed");

    Files.writeString(page, "<p>{{code}} {{service}}</p><img src=https://example.com/x.png>");
    JsonNode tried =
        shell
            .run(
                "mail",
                "templates",
                "edit",
                "verify",
                "--html",
                page.toString(),
                "--dry-run",
                "--json")
            .json();
    assertThat(tried.get("done").asBoolean()).isFalse();
    assertThat(tried.at("/template/sample/html").asText()).startsWith("<p>1234 5678 ");
    assertThat(tried.at("/template/findings/0/sentence").asText()).contains("elsewhere");
    assertThat(shell.run("mail", "templates", "--json").json().at("/templates/0/edited").isNull())
        .isTrue();

    assertThat(with(shell, edit, "--yes").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("mail", "templates", "show", "verify", "--part", "html").out())
        .startsWith("<p>{{code}} {{service}}</p>");
    assertThat(shell.run("mail", "templates", "preview", "verify").out()).contains("1234 5678");
    assertThat(shell.run("mail", "templates", "reset", "verify", "--dry-run").out())
        .contains("Would forget");
    assertThat(shell.run("mail", "templates", "reset", "verify", "--yes").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(shell.run("mail", "templates", "show", "verify").out()).contains("<!DOCTYPE html>");
    assertThat(shell.run("mail", "templates", "show", "birthday").err())
        .contains("already-registered");
  }

  @Test
  void passwordIsSetWhenItIsGoodAndNobodyMaySignInByOneAtFirst() throws Exception {
    Shell shell = Shell.on(data);
    shell.run("users", "add", "ada");
    assertThat(shell.run("users", "password").out()).contains("Nobody may sign in");
    String[] set = {"users", "password", "set", "ada", "--password-stdin", "--json"};
    Shell.Ended common = with(shell.typing("password1\n"), set, "--yes");
    assertThat(common.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(common.err()).contains("first that everybody tries").doesNotContain("password1");
    assertThat(with(shell, set, "--dry-run").json().get("done").asBoolean()).isFalse();

    Shell.Ended done = with(shell.typing("correct horse battery\n"), set, "--yes");
    assertThat(done.json().get("done").asBoolean()).isTrue();
    JsonNode shown = shell.run("users", "password", "show", "ada", "--json").json();
    assertThat(shown.get("set").asBoolean()).isTrue();
    assertThat(shown.get("device").asBoolean()).isFalse();
    assertThat(shown.get("allowed").asBoolean()).isFalse();
    shell.run("users", "password", "allow", "--yes");
    assertThat(shell.run("users", "password", "--json").json().get("allowed").asBoolean()).isTrue();
    shell.run("users", "password", "forbid", "--yes");
    assertThat(shell.run("users", "password", "remove", "ada", "--yes").out())
        .contains("no password any more");
    assertThat(shell.run("users", "password", "set", "bob", "--yes").exitCode())
        .isNotEqualTo(ExitCode.DONE);
  }

  @Test
  void authorityOfOnesOwnIsBelievedWhenTheFileHoldsCertificates() throws Exception {
    Shell shell = Shell.on(data);
    Path file = Files.writeString(data.resolve("ca.pem"), "not a certificate");
    Shell.Ended refused = shell.run("mail", "settings", "--ca", file.toString(), "--yes");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("certificate");
    assertThat(ownAuthority(shell)).isFalse();
    shell.run("lab", "export-root", "--pem", data.resolve("root.pem").toString());
    Files.writeString(file, Files.readString(data.resolve("root.pem")));
    shell.run("mail", "settings", "--ca", file.toString(), "--dry-run");
    assertThat(ownAuthority(shell)).isFalse();
    shell.run("mail", "settings", "--ca", file.toString(), "--yes");
    assertThat(ownAuthority(shell)).isTrue();
    shell.run("mail", "settings", "--ca", "", "--yes");
    assertThat(ownAuthority(shell)).isFalse();
  }

  private static boolean ownAuthority(Shell shell) throws Exception {
    return shell.run("mail", "--json").json().get("ownAuthority").asBoolean();
  }

  @Test
  void senderWithALineBreakIsRefused() {
    Shell.Ended ended =
        Shell.on(data)
            .run(
                "mail",
                "settings",
                "--host",
                "localhost",
                "--sender",
                "Keys\r\nBcc: all@example.com <keys@example.com>",
                "--yes");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("line break");
  }

  @Test
  void codeIsCalculatedFromASecretThatIsPipedIn() throws Exception {
    Shell.Ended ended =
        Shell.on(data)
            .typing("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n")
            .run("totp", "calculate", "--digits", "8", "--at", "1970-01-01T00:00:59Z", "--json");
    assertThat(ended.json().get("code").asText()).isEqualTo("94287082");
    assertThat(ended.json().get("secondsLeft").asInt()).isEqualTo(1);
    Shell.Ended wrong = Shell.on(data).typing("0189\n").run("totp", "calculate");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("base32").doesNotContain("0189");
  }

  @Test
  void deviceIsTakenOverDrawnConfirmedAndDisabled() throws Exception {
    Shell shell = Shell.on(data);
    shell.run("users", "add", "ada", "--email", "ada@example.org");
    String user = shell.run("users", "--json").json().at("/users/0/name").asText();

    Shell.Ended preview =
        shell.typing(SECRET).run("totp", "enable", "--user", user, "--import", "--dry-run");
    assertThat(preview.out()).contains("Would begin").doesNotContain(SECRET);
    shell.typing(SECRET).run("totp", "enable", "--user", user, "--import", "--yes");
    Path picture = data.resolve("ada.png");
    shell.run("totp", "show-qr", "--user", user, "--file", picture.toString());
    assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(shell.typing("000000").run("totp", "confirm", "--user", user).exitCode())
        .isEqualTo(ExitCode.FAILED);

    String code = shell.typing(SECRET).run("totp", "calculate").out().strip();
    JsonNode confirmed = shell.typing(code).run("totp", "confirm", "--user", user, "--json").json();
    assertThat(confirmed.get("recoveryCodes")).hasSize(10);
    assertThat(
            shell.run("totp", "show", "--user", user, "--json").json().get("recoveryCodes").asInt())
        .isEqualTo(10);
    assertThat(
            shell
                .run("totp", "show-qr", "--user", user, "--file", data.resolve("b.png").toString())
                .exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("totp", "disable", "--user", user, "--dry-run").out())
        .contains("10 recovery codes");
    assertThat(
            shell
                .run("totp", "disable", "--user", user, "--yes", "--json")
                .json()
                .get("done")
                .asBoolean())
        .isTrue();
    Shell.Ended again = shell.run("totp", "disable", "--user", user);
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("has no device", "Nothing was changed");
  }

  private static Shell.Ended with(Shell shell, String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return shell.run(all);
  }
}
