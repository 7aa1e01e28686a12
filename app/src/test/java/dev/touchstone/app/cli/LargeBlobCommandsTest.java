package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.BlobKeys;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large blobs in the terminal, on a key with two credentials that can have one. */
final class LargeBlobCommandsTest {

  private static final String PIN = "2468-pin";
  private static final String CERTIFICATE =
      "ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC ada\n";

  @TempDir Path data;
  private VirtualKey key;
  private Path file;

  @BeforeEach
  void aKeyWithTwoCredentials() throws Exception {
    key = BlobKeys.withCredentials(PIN, "ada", "bob");
    file = data.resolve("cert.pub");
    Files.writeString(file, CERTIFICATE);
  }

  @AfterEach
  void pulledOut() throws Exception {
    key.close();
  }

  @Test
  void aFileIsWrittenListedReadAndDeleted() throws Exception {
    String ada = without("ada");
    Shell.Ended preview = run("write", ada.substring(0, 8), file.toString(), "--dry-run");
    assertThat(preview.out()).contains("Would write 84 bytes", "ada at example.com", "of 4096");
    assertThat(run("write", ada, file.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(list().get("blobs")).isEmpty();

    assertThat(run("write", ada, file.toString(), "--yes").out())
        .isEqualTo("Wrote 84 bytes beside the credential of ada at example.com.\n");

    JsonNode blob = list().get("blobs").get(0);
    assertThat(blob.at("/credential/user").asText()).isEqualTo("ada");
    assertThat(blob.get("size").asInt()).isEqualTo(84);
    Shell.Ended read = run("read", blob.get("id").asText().substring(0, 4));
    assertThat(read.out()).isEqualTo(CERTIFICATE);
    assertThat(read.err()).contains("84 bytes; it looks like an SSH certificate.");
    Path copy = data.resolve("copy");
    assertThat(run("read", ada, "--out", copy.toString()).exitCode()).isZero();
    assertThat(copy).hasContent(CERTIFICATE);
    assertThat(run("read", ada, "--out", copy.toString()).err()).contains("already");

    assertThat(run("delete", ada).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("delete", ada, "--dry-run").out()).contains("Would delete", "of ada");
    assertThat(list().get("blobs")).hasSize(1);
    assertThat(run("delete", ada, "--yes").out()).contains("Deleted the large blob");
    assertThat(list().get("blobs")).isEmpty();
  }

  @Test
  void theListingTellsNothingOfWhatIsInABlob() throws Exception {
    run("write", without("ada"), file.toString(), "--yes");

    Shell.Ended text = run();
    Shell.Ended json = run("--json");

    assertThat(text.out()).contains("ada at example.com", "bob at example.com", "of 4096 bytes");
    for (Shell.Ended ended : new Shell.Ended[] {text, json}) {
      assertThat(ended.out() + ended.err()).doesNotContain("openssh", "ZWNkc2E", PIN);
    }
  }

  @Test
  void theRoomThatADeletedCredentialLeftIsCollectedAfterAYes() throws Exception {
    run("write", without("ada"), file.toString(), "--yes");
    run("write", without("bob"), file.toString(), "--yes");
    BlobKeys.deleteCredential(key, PIN, "ada");

    assertThat(run().out()).contains("(no credential on this key)");
    Shell.Ended preview = run("collect", "--dry-run");
    assertThat(preview.out()).contains("Would delete", "of no credential", "would be free");
    assertThat(run("collect").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(list().get("blobs")).hasSize(2);
    JsonNode done = run("collect", "--yes", "--json").json();
    assertThat(done.get("done").asBoolean()).isTrue();
    assertThat(done.get("going")).hasSize(1);
    assertThat(list().get("blobs")).hasSize(1);
    assertThat(run("collect").out()).contains("nothing to collect");
  }

  @Test
  void whatCannotBeDoneIsTold() throws Exception {
    Path large = data.resolve("large");
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Files.write(large, noise);

    assertThat(run("write", without("ada"), large.toString(), "--yes").err())
        .contains("does not fit", "4096", "Nothing was written.");
    assertThat(run("write", "zzzz", file.toString(), "--yes").err()).contains("zzzz");
    assertThat(run("write", "zzzz", data.resolve("none").toString()).err())
        .contains("cannot be read");
    assertThat(run("write", "zzzz", "-").err()).contains("both the PIN and the blob");
    assertThat(run("read", "zzzz").err()).contains("no large blob 'zzzz'");
    assertThat(run("collect", "--orphans", "zzzz", "--yes").err())
        .contains("no large blob 'zzzz'", "Nothing was deleted.");
  }

  @Test
  void aKeyWithoutLargeBlobsSaysSo() throws Exception {
    try (VirtualKey old = Keys.touched(KeyModels.CTAP20)) {
      Shell.Ended ended = Shell.on(data, new PluggedKey("hid-2", old)).run("blobs");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("keeps no large blobs");
    }
  }

  private JsonNode list() throws Exception {
    return run("--json").json();
  }

  /** The id of this user's credential, which has no blob yet. */
  private String without(String user) throws Exception {
    for (JsonNode credential : list().get("withoutBlob")) {
      if (credential.get("user").asText().equals(user)) {
        return credential.get("id").asText();
      }
    }
    throw new AssertionError("no " + user);
  }

  /** With what is no option at the end, behind two hyphens: an id may begin with one. */
  private Shell.Ended run(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    int words = (int) all.stream().takeWhile(it -> !it.startsWith("--")).count();
    int operands = Math.min(1, words);
    String[] line =
        Stream.of(
                List.of("blobs"),
                all.subList(0, operands),
                all.subList(words, all.size()),
                List.of("--pin-stdin"),
                words > operands ? List.of("--") : List.<String>of(),
                all.subList(operands, words))
            .flatMap(List::stream)
            .toArray(String[]::new);
    return Shell.on(data, new PluggedKey("hid-1", key)).typing(PIN + "\n").run(line);
  }
}
