package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's certificate in the terminal. */
final class TlsCommandsTest {

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"self-signed", "check"})
  void everyCommandExplainsItselfWithExamples(String command) {
    Shell.Ended ended = Shell.on(data).run("tls", command, "--help");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("Usage: touchstone tls " + command, "--json", "Examples:");
    assertThat(Shell.on(data).run("tls", "--help").out()).contains("  " + command + " ");
  }

  @Test
  void aMadeCertificatePassesTheCheckAndSaysHowToTrustIt() throws Exception {
    Shell.Ended made = Shell.on(data).run("tls", "self-signed", "--host", "touchstone.test");

    assertThat(made.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(made.out())
        .contains("Made a certificate for touchstone.test, good until")
        .contains("Debian", "Fedora", "macOS", "Windows", "Firefox", "Chromium", "curl --cacert")
        .containsPattern("servers add development https://touchstone.test --pin [0-9a-f]{64}")
        .containsPattern("SHA-256 [0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("key.pem"))))
        .isEqualTo("rw-------");

    Shell.Ended checked = check("cert.pem", "key.pem");
    assertThat(checked.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(checked.out()).contains("touchstone.test", "EC, 256 bits", "A server can use it.");
  }

  @Test
  void theDocumentNamesFilesHostsPinAndWhatToDo() throws Exception {
    JsonNode made = Shell.on(data).run("tls", "self-signed", "--json").json();

    assertThat(made.get("done").asBoolean()).isTrue();
    assertThat(made.get("root").asText()).isEqualTo(file("root.pem").toString());
    assertThat(made.get("names")).extracting(JsonNode::asText).contains("localhost", "127.0.0.1");
    assertThat(made.get("trust")).hasSize(8);

    JsonNode checked =
        Shell.on(data).run("tls", "check", file("cert.pem").toString(), "--json").json();
    assertThat(checked.get("usable").asBoolean()).isTrue();
    assertThat(checked.get("withKey").asBoolean()).isFalse();
    assertThat(checked.get("chain")).hasSize(2);
    assertThat(checked.at("/chain/0/sha256")).isEqualTo(made.get("sha256"));
  }

  @Test
  void aDryRunWritesNothing() {
    Shell.Ended ended = Shell.on(data).run("tls", "self-signed", "--dry-run");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("Would make", "Nothing was written to " + data.resolve("tls"));
    assertThat(data.resolve("tls")).doesNotExist();
  }

  @Test
  void whatIsThereIsReplacedOnlyIfThatIsWished() throws Exception {
    Shell.on(data).run("tls", "self-signed");
    String before = Files.readString(file("root.pem"));

    Shell.Ended refused = Shell.on(data).run("tls", "self-signed");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err().replaceAll("\\s+", " "))
        .contains("cert.pem, key.pem, root.pem in", "Nothing was changed.", "Add --yes");
    assertThat(Files.readString(file("root.pem"))).isEqualTo(before);

    assertThat(Shell.on(data).run("tls", "self-signed", "--dry-run").out())
        .contains("It would replace " + file("key.pem"));
    assertThat(Files.readString(file("root.pem"))).isEqualTo(before);

    assertThat(Shell.on(data).run("tls", "self-signed", "--yes").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(file("root.pem"))).isNotEqualTo(before);
  }

  @Test
  void aPairThatDoesNotFitIsNoUseToAServer() throws Exception {
    Shell.on(data).run("tls", "self-signed");
    Path other = data.resolve("other");
    Shell.on(data).run("tls", "self-signed", "--out", other.toString());

    Shell.Ended ended =
        Shell.on(data)
            .run("tls", "check", file("cert.pem").toString(), other.resolve("key.pem").toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("The private key belongs to another certificate.", "A server cannot use it.");
  }

  @Test
  void badWishesAreUsageAndLeaveNothing() {
    assertThat(Shell.on(data).run("tls", "self-signed", "--host", "https://a.example").err())
        .contains("neither a host's DNS name");
    assertThat(Shell.on(data).run("tls", "self-signed", "--days", "826").err())
        .contains("1 to 825 days");
    assertThat(Shell.on(data).run("tls", "self-signed", "--days", "826").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(data.resolve("tls")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldSo() throws Exception {
    Files.writeString(data.resolve("file"), "");

    Shell.Ended ended =
        Shell.on(data).run("tls", "self-signed", "--out", data.resolve("file/tls").toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("Nothing can be written to").doesNotContain("\tat ");
  }

  private Shell.Ended check(String... names) {
    String[] arguments = {"tls", "check", file(names[0]).toString(), file(names[1]).toString()};
    return Shell.on(data).run(arguments);
  }

  private Path file(String name) {
    return data.resolve("tls").resolve(name);
  }
}
