package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.state.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The credentials on a key, in the terminal. */
final class KeyCredentialCommandsTest {

  @TempDir Path data;

  private VirtualKey key;

  @BeforeEach
  void plugIn() throws IOException {
    key = Filled.with(KeyModels.TOUCHSTONE);
  }

  @AfterEach
  void pullOut() throws IOException {
    key.close();
  }

  @Test
  void theListNamesWhatIsOnTheKeyAndWhatNoListCanShow() {
    Shell.Ended ended = run("credentials");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .contains("one.example", "ada", "Ada Lovelace", "two.example", "grace", "ES256");
    assertThat(ended.err()).contains("2 on the key.", "not discoverable", "cannot be listed");
  }

  @Test
  void theDocumentTellsAllOfItButTheLargeBlobKeyItself() throws Exception {
    JsonNode document = run("credentials", "--json").json();

    assertThat(document.at("/key/id").asText()).isEqualTo("hid-1");
    assertThat(document.at("/slots/existing").asInt()).isEqualTo(2);
    assertThat(document.at("/incomplete").asBoolean()).isFalse();
    assertThat(document.at("/withoutPin").isNull()).isTrue();
    JsonNode first = document.at("/credentials/0");
    assertThat(first.get("rpId").asText()).isEqualTo("one.example");
    assertThat(first.at("/user/displayName").asText()).isEqualTo("Ada Lovelace");
    assertThat(first.get("algorithm").asText()).isEqualTo("ES256");
    assertThat(first.get("protection").asInt()).isEqualTo(1);
    assertThat(first.get("largeBlobKey").asBoolean()).isTrue();
    assertThat(first.get("thirdPartyPayment").asBoolean()).isFalse();
  }

  @Test
  void theSheetHasALineForEachWithAHeading() throws Exception {
    Filled.register(key, "one.example", "comma, \\\"quote\\\"", "=SUM(A1)");

    List<String> lines = run("credentials", "--csv").out().lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("\"credential_id\",\"rp_id\",\"rp_id_hash\"");
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains("\"comma, \"\"quote\"\"\",\"=SUM(A1)\""));
  }

  @Test
  void onlyWhatIsLookedForIsListed() {
    assertThat(run("credentials", "--rp", "two.example").out())
        .contains("grace")
        .doesNotContain("ada");
    assertThat(run("credentials", "--search", "LOVELACE").out())
        .contains("ada")
        .doesNotContain("grace");
    assertThat(run("credentials", "--search", "nobody").out())
        .contains("None of the 2 credentials");
  }

  @Test
  void renamingIsShownFirstAndThenDone() throws Exception {
    String id = id(0);

    Shell.Ended preview =
        run("credentials", "rename", "--name", "lovelace", "--dry-run", "--", id.substring(0, 10));
    assertThat(preview.out()).contains("from 'ada' ('Ada Lovelace') to 'lovelace'", "not told");
    assertThat(nameOf(0)).isEqualTo("ada");

    Shell.Ended done =
        run("credentials", "rename", "--name", "lovelace", "--yes", "--", id.substring(0, 10));
    assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
    assertThat(nameOf(0)).isEqualTo("lovelace");
    assertThat(credentials().getFirst().residence().orElseThrow().user().displayName())
        .contains("Ada Lovelace");
  }

  @Test
  void aNameThatTheKeyShortensIsToldAsItIsKept() {
    Shell.Ended done =
        run("credentials", "rename", "--display-name", "x".repeat(70), "--yes", "--", id(0));

    assertThat(done.out()).contains("'" + "x".repeat(64) + "'", "shortened");
  }

  @Test
  void deletingIsShownFirstAndThenDone() {
    String id = id(0);

    Shell.Ended preview = run("credentials", "delete", "--dry-run", "--", id);
    assertThat(preview.out()).contains("'ada'", "one.example", id, "cannot be undone");
    Shell.Ended unasked = run("credentials", "delete", "--", id);
    assertThat(unasked.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unasked.err()).contains("Nothing was changed.", "--yes");
    assertThat(credentials()).hasSize(2);

    Shell.Ended done = run("credentials", "delete", "--yes", "--", id);
    assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
    assertThat(done.err()).contains("touchstone blobs");
    assertThat(credentials())
        .extracting(it -> it.residence().orElseThrow().rpId())
        .containsExactly("two.example");
  }

  @Test
  void anIdThatIsNotOnTheKeyChangesNothingAndNamesTheOtherPlace() {
    Shell.Ended ended = run("credentials", "delete", "zzzzzzzz", "--yes");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("touchstone users credentials");
    assertThat(run("credentials", "delete", "", "--yes").exitCode()).isNotZero();
    assertThat(credentials()).hasSize(2);
  }

  @Test
  void aWrongPinCostsOneTryAndIsNotTriedAgain() {
    Shell.Ended ended = shell().typing("999999\n").run("credentials", "--pin-stdin");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("The PIN is wrong.", "7 tries are left.");
    assertThat(key.contents().tally().pinRetries()).isEqualTo(7);
  }

  @Test
  void theRoomIsToldWithoutAPinAndCountedWithIt() throws Exception {
    assertThat(shell().run("credentials", "slots").out()).contains("more fit");
    JsonNode document = run("credentials", "slots", "--exact", "--json").json();
    assertThat(document.at("/slots/existing").asInt()).isEqualTo(2);
    assertThat(document.get("exact").asBoolean()).isTrue();
  }

  @Test
  void aKeyThatCannotListSaysWhyAndWhatHelps() throws Exception {
    exchange(KeyModels.CTAP20);
    Shell.Ended ctap20 = run("credentials");
    assertThat(ctap20.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ctap20.err()).contains("CTAP 2.1", "only a reset");

    exchange(KeyModels.U2F_ONLY);
    assertThat(run("credentials").err()).contains("U2F only: it keeps no credentials");
    assertThat(run("credentials", "slots").out()).contains("keeps no credentials");
  }

  @Test
  void aRememberedKeyIsListedWithoutAPinUntilItIsForgotten() throws Exception {
    assertThat(shell().run("credentials", "--remembered").err()).contains("is not remembered");
    assertThat(run("credentials", "--remember").err()).contains("without the PIN");

    Shell.Ended listed = shell().run("credentials", "--remembered", "--json");
    assertThat(listed.json().at("/credentials")).hasSize(2);
    assertThat(listed.json().at("/withoutPin/changed").asBoolean()).isFalse();
    assertThat(shell().run("credentials").err()).contains("Nothing changed since");

    Filled.register(key, "three.example", "mary", "Mary");
    assertThat(shell().run("credentials", "--remembered").err()).contains("Something changed");

    assertThat(shell().run("credentials", "forget").out()).contains("not remembered any more");
    assertThat(shell().run("credentials", "--remembered").exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatIsRememberedIsForItsOwnerAloneAndNowhereInTheClear() throws Exception {
    run("credentials", "--remember");

    byte[] token = key.contents().persistentToken().orElseThrow().toByteArray();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(indexOf(Files.readAllBytes(file), token)).as(file.toString()).isNegative();
        if (file.getFileName().toString().startsWith("remembered-keys")) {
          assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
      }
    }
    assertThat(data.resolve("remembered-keys")).exists();
  }

  @Test
  void anotherPinEndsWhatWasRemembered() throws Exception {
    run("credentials", "--remember");

    shell().typing(Filled.PIN + "\n135791\n").run("pin", "change", "--pin-stdin", "--yes");

    assertThat(shell().run("credentials", "--remembered").err()).contains("PIN was changed");
    assertThat(shell().typing("135791\n").run("credentials", "--pin-stdin").out()).contains("ada");
  }

  @Test
  void whatCannotBeReadIsToldAndThePinAskedForAllTheSame() throws Exception {
    run("credentials", "--remember");
    Files.writeString(data.resolve("remembered-keys"), "garbage");

    Shell.Ended listed = run("credentials");
    assertThat(listed.out()).contains("ada");
    assertThat(listed.err()).contains("cannot be read", "forget --all");
    assertThat(shell().run("credentials", "forget", "--all").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(data.resolve("remembered-keys")).doesNotExist();
  }

  @Test
  void aKeyThatCannotBeRememberedSaysSo() throws Exception {
    exchange(KeyModels.CTAP21);

    Shell.Ended ended = run("credentials", "--remember");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("CTAP 2.2");
  }

  @Test
  void theFormsOfBeforeNameTheirNewPlace() {
    assertThat(shell().run("credentials", "--user", "ada").err())
        .contains("touchstone users credentials --user ada");
    assertThat(shell().run("credentials", "label", "abc", "blue").err())
        .contains("touchstone users credentials label abc blue");
  }

  private void exchange(KeyModel model) throws IOException {
    key.close();
    key = Keys.touched(model);
    if (model.hasPin()) {
      key.close();
      key = Filled.with(model);
    }
  }

  private Shell shell() {
    return Shell.on(data, new PluggedKey("hid-1", key));
  }

  /** With the right PIN on standard input. */
  private Shell.Ended run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    int ids = all.indexOf("--");
    all.add(ids < 0 ? all.size() : ids, "--pin-stdin");
    return shell().typing(Filled.PIN + "\n").run(all.toArray(String[]::new));
  }

  private List<Credential> credentials() {
    return key.contents().credentials();
  }

  private String id(int index) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(credentials().get(index).id().toByteArray());
  }

  private String nameOf(int index) {
    return credentials().get(index).residence().orElseThrow().user().name().orElse("");
  }

  private static int indexOf(byte[] hay, byte[] needle) {
    return new String(hay, StandardCharsets.ISO_8859_1)
        .indexOf(new String(needle, StandardCharsets.ISO_8859_1));
  }
}
