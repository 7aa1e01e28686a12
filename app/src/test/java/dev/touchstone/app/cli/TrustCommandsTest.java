package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.cli.Shell.Ended;
import dev.touchstone.fixture.key.model.KeyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust in the terminal, with the laboratory's metadata and its first key. */
class TrustCommandsTest {

  private static final String MODEL = KeyModels.TOUCHSTONE.aaguid().toString();

  private Path data;
  private Path blob;

  @BeforeEach
  void keep(@TempDir Path temporary) {
    data = temporary.resolve("data");
    blob = temporary.resolve("blob.jwt");
  }

  @Test
  void atFirstNothingIsKeptAndItIsSaidWhatToDo() {
    Ended ended = shell("trust");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("touchstone trust fetch")
        .contains("Yubico's published roots")
        .contains("the laboratory of the virtual keys");
  }

  @Test
  void aDryRunShowsEveryCheckAndKeepsNothing() throws Exception {
    export();

    Ended ended = shell("trust", "fetch", "--file", blob.toString(), "--dry-run");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("The signature is good")
        .contains("is good. Nothing was kept.")
        .contains("for tests only");
    assertThat(shell("trust", "--json").json().path("metadata")).isEmpty();
  }

  @Test
  void whatWasFetchedIsKeptAndCanBeLookedUp() throws Exception {
    export();
    JsonNode fetched = shell("trust", "fetch", "--file", blob.toString(), "--json").json();
    assertThat(fetched.path("done").asBoolean()).isTrue();
    assertThat(fetched.path("result").asText()).isEqualTo("newer");

    JsonNode overview = shell("trust", "--json").json();
    assertThat(overview.path("metadata").get(0).path("publisher").asText())
        .isEqualTo("Touchstone Laboratory");
    assertThat(overview.path("metadata").get(0).path("overdue").asBoolean()).isFalse();
    assertThat(shell("trust", "models", "tiny").out()).contains(KeyModels.TINY.name());
    assertThat(shell("trust", "show", MODEL).out())
        .contains("FIDO_CERTIFIED_L1")
        .contains("Touchstone Laboratory Root")
        .contains("image/png");
    assertThat(shell("trust", "show", MODEL, "--json").json().path("models")).hasSize(1);
  }

  @Test
  void anOlderBlobIsRefused() throws Exception {
    export();
    byte[] older = Files.readAllBytes(blob);
    export();
    shell("trust", "fetch", "--file", blob.toString());
    Files.write(blob, older);

    Ended ended = shell("trust", "fetch", "--file", blob.toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).contains("The BLOB is refused.").contains("What is kept stays");
  }

  @Test
  void whatIsNoBlobIsRefused() throws Exception {
    Files.writeString(blob, "<html>Not found</html>");

    Ended ended = shell("trust", "fetch", "--file", blob.toString(), "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.json().path("result").asText()).isEqualTo("refused");
  }

  @Test
  void aFetchThatReachesNobodySaysThatWhatIsKeptIsStillUsed() throws Exception {
    Ended ended = shell("trust", "fetch", "--url", "http://127.0.0.1:9/blob");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).contains("cannot be reached").contains("still used");
  }

  @Test
  void aRevokedModelLosesItsTrustWithTheMetadataAndCanNoLongerBeRegistered() throws Exception {
    assertThat(register("ada").exitCode()).isZero();
    export("--status", "touchstone=REVOKED");

    Ended fetched = shell("trust", "fetch", "--file", blob.toString());

    assertThat(fetched.out()).contains("No longer trusted: 1").contains("REVOKED");
    assertThat(
            shell("users", "credentials", "--json")
                .json()
                .path("credentials")
                .get(0)
                .path("trusted")
                .asBoolean())
        .isFalse();
    Ended refused = register("bob");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.out())
        .contains("7.1.24")
        .contains("the metadata of Touchstone Laboratory, number 1: FIDO_CERTIFIED_L1 since");
  }

  @Test
  void aPolicyIsPreviewedThenSetAndShown() throws Exception {
    register("ada");

    Ended preview = shell("trust", "policy", "--deny", MODEL, "--dry-run");
    assertThat(preview.out()).contains("Would no longer be trusted: 1").contains("not changed");
    assertThat(shell("trust", "policy", "--json").json().path("policy").path("denied")).isEmpty();

    assertThat(shell("trust", "policy", "--deny", MODEL).exitCode()).isEqualTo(ExitCode.USAGE);
    Ended set = shell("trust", "policy", "--deny", MODEL, "--yes", "--json");
    assertThat(set.json().path("done").asBoolean()).isTrue();
    assertThat(set.json().path("examination").path("lost")).hasSize(1);
    assertThat(shell("trust", "policy").out()).contains("These models are not taken");
    assertThat(register("bob").out()).contains("denies the model");

    shell("trust", "policy", "--deny", "none", "--yes");
    assertThat(register("bob").exitCode()).isZero();
    assertThat(
            shell("trust", "examine", "--json").json().path("examination").path("trusted").asInt())
        .isEqualTo(2);
  }

  @Test
  void wordsThatMeanNothingAreUsageErrors() {
    assertThat(shell("trust", "policy", "--minimum", "L9").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shell("trust", "policy", "--deny", "yubikey").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shell("trust", "policy", "--require-trust", "perhaps").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell("trust", "show", "abcdef").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shell("trust", "fetch", "--url", "a b").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aPolicyThatMakesNoSenseOpensNoDoor() throws Exception {
    register("ada");
    Files.writeString(data.resolve("trust-policy.json"), "{\"trust_requierd\": true}");

    Ended ended = register("bob");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("trust_requierd").contains("Mend it");
  }

  @Test
  void whatAnEarlierVersionKeptInFilesIsTakenOverOnce() throws Exception {
    export("--status", "touchstone=REVOKED");
    Path kept = Files.createDirectories(data.resolve("metadata")).resolve("0011223344556677.blob");
    Files.writeString(
        kept,
        "{\"source\":\"file:///blob.jwt\",\"number\":1,\"next_update\":\"2099-01-01\",\"fetched\":\"%s\"}\n%s\n"
            .formatted(Instant.now(), Files.readString(blob)));
    Files.writeString(data.resolve("metadata").resolve("broken.blob"), "no blob");
    Files.writeString(data.resolve("trust-policy.json"), "{\"refused_statuses\": [\"REVOKED\"]}");

    JsonNode overview = shell("trust", "--json").json();

    assertThat(overview.path("metadata").get(0).path("publisher").asText())
        .isEqualTo("Touchstone Laboratory");
    assertThat(shell("trust", "policy").out())
        .contains("Models with one of these statuses are refused: REVOKED.");
    assertThat(register("ada").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(data.resolve("metadata")).doesNotExist();
    assertThat(data.resolve("trust-policy.json")).doesNotExist();
    assertThat(data.resolve("metadata.taken-over").resolve("broken.blob")).exists();
    assertThat(data.resolve("trust-policy.json.taken-over")).exists();
    assertThat(shell("audit", "list", "--json").out().split("taken_over_from", -1)).hasSize(3);
  }

  @Test
  void aPolicyInAFileDoesNotReplaceTheOneThatWasSet() throws Exception {
    shell("trust", "policy", "--deny", MODEL, "--yes");
    Files.writeString(data.resolve("trust-policy.json"), "{}");

    assertThat(register("ada").out()).contains("denies the model");
    assertThat(data.resolve("trust-policy.json")).exists();
    shell("trust", "policy", "--usual", "--yes");
    assertThat(register("ada").exitCode()).isZero();
  }

  @Test
  void whoOnlyLooksMakesNoDatabaseAndNoLaboratory() throws Exception {
    assertThat(shell("inspect", "oWFhAQ==").exitCode()).isZero();
    assertThat(data.resolve("touchstone.db")).doesNotExist();
    assertThat(data.resolve("laboratory")).doesNotExist();
  }

  @Test
  void aKeyIsComparedWithItsStatement() throws Exception {
    Ended before = shell("trust", "compare");
    assertThat(before.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(before.err()).contains("do not list this key's model").contains("lab export-mds");

    export();
    shell("trust", "fetch", "--file", blob.toString());

    Ended compared = shell("trust", "compare", "--json");
    assertThat(compared.exitCode()).isZero();
    assertThat(compared.json().path("contradictions").asInt()).isZero();
    assertThat(compared.json().path("members")).hasSizeGreaterThan(10);
    assertThat(shell("trust", "compare").out()).contains("The key is what its vendor says.");
  }

  private void export(String... more) throws IOException {
    String[] words = new String[3 + more.length];
    words[0] = "lab";
    words[1] = "export-mds";
    words[2] = blob.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    assertThat(shell(words).exitCode()).isZero();
  }

  private Ended register(String user) {
    return shell("register", "--user", user, "--attestation", "direct");
  }

  private Ended shell(String... words) {
    return Shell.on(data).run(words);
  }
}
