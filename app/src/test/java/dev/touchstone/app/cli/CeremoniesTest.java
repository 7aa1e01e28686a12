package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in the terminal, with the virtual key. */
final class CeremoniesTest {

  @TempDir Path data;

  @Test
  void tryShowsTheKeyAllStepsTwoSignInsAndTheWayToTheLaboratory() {
    Shell.Ended ended = Shell.on(data).run("try", "--touch");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .contains("Touchstone Virtual Key")
        .contains("Registration, WebAuthn Level 3 §7.1", "7.1.1 ", "7.1.29")
        .contains("Sign-in 1", "Sign-in 2", "7.2.1 ", "7.2.25")
        .contains("Touchstone Laboratory Root", "trust anchor")
        .contains("Signature counter: 1 → 2 → 3.")
        .contains("none failed", "What next", "touchstone register --user")
        .doesNotContain("✗");
    assertThat(ended.err()).contains("virtual key 'virtual', which touches itself");
  }

  @Test
  void whatPrfDerivesIsComparedByItsDigestAndNeverShown() throws Exception {
    Shell shell = Shell.on(data);
    shell.run("register", "--user", "ada", "--extension", "{\"prf\":{}}");

    String one = derived(shell, "AAAA");

    assertThat(one).startsWith("(secret; SHA-256 of it: ");
    assertThat(derived(shell, "AAAA")).isEqualTo(one);
    assertThat(derived(shell, "BBBB")).isNotEqualTo(one);
  }

  private static String derived(Shell shell, String salt) throws Exception {
    return shell
        .run(
            "sign-in",
            "--user",
            "ada",
            "--json",
            "--extension",
            "{\"prf\":{\"eval\":{\"first\":\"" + salt + "\"}}}")
        .json()
        .at("/response/clientExtensionResults/prf/results/first")
        .asText();
  }

  @Test
  void tryLeavesNothingBehindButTheLaboratory() throws IOException {
    Shell.on(data).run("try", "--touch");

    assertThat(files())
        .contains("laboratory/root.pem", "laboratory/root-private.pem")
        .allSatisfy(file -> assertThat(file).startsWith("laboratory/"));
  }

  @Test
  void tryIsOneJsonDocument() throws Exception {
    JsonNode document = Shell.on(data).run("try", "--touch", "--json").json();

    assertThat(names(document)).containsExactly("accepted", "key", "registration", "signIns");
    assertThat(document.get("accepted").asBoolean()).isTrue();
    assertThat(document.get("signIns")).hasSize(2);
    JsonNode registration = document.get("registration");
    assertThat(names(registration))
        .containsExactly(
            "kind",
            "accepted",
            "key",
            "steps",
            "library",
            "disagreement",
            "warnings",
            "credential",
            "attestation",
            "options",
            "response");
    assertThat(names(registration.get("steps").get(0)))
        .containsExactly("number", "title", "outcome", "explanation", "inputs");
    assertThat(registration.at("/attestation/path/0/role").asText()).isEqualTo("leaf");
    assertThat(registration.at("/response/type").asText()).isEqualTo("public-key");
  }

  @Test
  void aSecondProcessSignsInWithWhatTheFirstRegistered() throws Exception {
    JsonNode registered = register("ada");
    JsonNode signedIn = Shell.on(data).run("sign-in", "--user", "ada", "--json").json();

    assertThat(signedIn.get("accepted").asBoolean()).isTrue();
    assertThat(signedIn.at("/credential/id")).isEqualTo(registered.at("/credential/id"));
    assertThat(signedIn.at("/credential/signCount").asLong())
        .isGreaterThan(registered.at("/credential/signCount").asLong());
    JsonNode listed = Shell.on(data).run("users", "credentials", "--json").json();
    assertThat(listed.at("/credentials/0/signCount"))
        .isEqualTo(signedIn.at("/credential/signCount"));
    assertThat(Shell.on(data).run("users", "credentials").out())
        .contains("COUNTER", "ada", signedIn.at("/credential/signCount").asText());
  }

  @Test
  void withoutANameTheKeySaysWhoItIs() throws Exception {
    Shell.on(data).run("register", "--user", "ada", "--resident-key", "required");

    JsonNode signedIn = Shell.on(data).run("sign-in", "--json").json();

    assertThat(signedIn.get("accepted").asBoolean()).isTrue();
    assertThat(signedIn.at("/credential/user").asText()).isEqualTo("ada");
  }

  @Test
  void whereNobodyCanChooseAnAccountTheWayOutIsNamed() {
    Shell.on(data).run("register", "--user", "ada", "--resident-key", "required");
    Shell.on(data).run("register", "--user", "bob", "--resident-key", "required");

    Shell.Ended ended = Shell.on(data).run("sign-in");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("Several accounts match", "--user", "touchstone users");
  }

  @Test
  void theSameKeyIsNotRegisteredTwiceForOneUser() throws Exception {
    register("ada");

    Shell.Ended ended = Shell.on(data).run("register", "--user", "ada", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.json().at("/error/happened").asText()).contains("registered already");
  }

  @Test
  void nobodySignsInWhoIsNotThere() {
    Shell.Ended ended = Shell.on(data).run("sign-in", "--user", "bob");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("There is no user 'bob'.").doesNotContain("\tat ");
  }

  @Test
  void optionsReachTheKey() throws Exception {
    JsonNode registered =
        Shell.on(data)
            .run(
                "register",
                "--user",
                "ada",
                "--display-name",
                "Ada Lovelace",
                "--label",
                "blue",
                "--algorithm",
                "EdDSA",
                "--attestation",
                "none",
                "--hint",
                "security-key",
                "--rp-id",
                "example.com",
                "--json")
            .json();

    assertThat(registered.get("accepted").asBoolean()).isTrue();
    assertThat(registered.at("/credential/algorithm").asText()).isEqualTo("EdDSA");
    assertThat(registered.at("/credential/label").asText()).isEqualTo("blue");
    assertThat(registered.at("/credential/attestationFormat").asText()).isEqualTo("none");
    assertThat(registered.at("/options/rp/id").asText()).isEqualTo("example.com");
    assertThat(registered.at("/options/user/displayName").asText()).isEqualTo("Ada Lovelace");
    assertThat(registered.at("/options/hints/0").asText()).isEqualTo("security-key");
  }

  @Test
  void anOriginThatIsNotTheRelyingPartysIsRefusedByTheClient() {
    Shell.Ended ended =
        Shell.on(data)
            .run(
                "register",
                "--user",
                "ada",
                "--rp-id",
                "example.com",
                "--origin",
                "https://example.org");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("example.com", "example.org");
  }

  @Test
  void aWordThatTheSpecificationDoesNotKnowIsUsage() {
    Shell.Ended ended =
        Shell.on(data).run("register", "--user", "ada", "--resident-key", "perhaps");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("perhaps");
  }

  @Test
  void aCredentialIsRelabelledByTheBeginningOfItsId() throws Exception {
    String id = register("ada").at("/credential/id").asText();

    Shell.Ended ended =
        Shell.on(data).run("users", "credentials", "label", "--", id.substring(0, 6), "green key");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Shell.on(data).run("users", "credentials").out()).contains("green key");
  }

  @Test
  void nothingIsDeletedWithoutYes() throws Exception {
    String id = register("ada").at("/credential/id").asText();

    Shell.Ended preview = Shell.on(data).run("users", "credentials", "delete", "--", id);

    assertThat(preview.out()).contains("Would delete", "last one", "--yes");
    assertThat(credentials()).isEqualTo(1);

    Shell.Ended done = Shell.on(data).run("users", "credentials", "delete", "--yes", "--", id);

    assertThat(done.out()).startsWith("Deleted ");
    assertThat(credentials()).isZero();
  }

  @Test
  void aUserGoesWithAllCredentials() throws Exception {
    register("ada");

    JsonNode preview = Shell.on(data).run("users", "delete", "ada", "--json").json();
    assertThat(preview.get("done").asBoolean()).isFalse();
    assertThat(preview.get("credentials")).hasSize(1);

    assertThat(Shell.on(data).run("users", "delete", "ada", "--yes").exitCode()).isZero();
    assertThat(Shell.on(data).run("users", "--json").json().get("users")).isEmpty();
    assertThat(credentials()).isZero();
  }

  @Test
  void anIdThatBeginsNoCredentialIsTold() {
    Shell.Ended ended = Shell.on(data).run("users", "credentials", "delete", "zzz", "--yes");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("There is no credential 'zzz'.");
  }

  @Test
  void aListInAPipeHasWholeIdsAndVerbosePrintsEveryFact() throws Exception {
    String id = register("ada").at("/credential/id").asText();

    assertThat(Shell.on(data).run("users", "credentials").out())
        .contains(id)
        .contains("MODEL", "ALG", "TRUSTED", "RK")
        .doesNotContain("…");
    assertThat(Shell.on(data).run("users", "credentials", "--verbose").out())
        .contains(id, "ES256", "stays on this key", "packed, trusted", "last used");
  }

  @Test
  void emptyListsSayHowToBegin() {
    assertThat(Shell.on(data).run("users").out()).contains("touchstone register --user");
    assertThat(Shell.on(data).run("users", "credentials").out())
        .contains("touchstone register --user");
  }

  @Test
  void everythingKeptIsItsOwnersAlone() throws Exception {
    register("ada");

    for (String file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  private JsonNode register(String user) throws Exception {
    Shell.Ended ended = Shell.on(data).run("register", "--user", user, "--json");
    assertThat(ended.exitCode()).as(ended.out()).isEqualTo(ExitCode.DONE);
    return ended.json();
  }

  private int credentials() throws Exception {
    return Shell.on(data).run("users", "credentials", "--json").json().get("credentials").size();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString())
          .toList();
    }
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }
}
