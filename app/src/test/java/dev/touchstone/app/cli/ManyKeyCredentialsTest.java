package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that holds 500 credentials, in the terminal. */
@SuppressWarnings("NullAway.Init") // set before all tests, which change nothing
final class ManyKeyCredentialsTest {

  @TempDir Path data;
  private static VirtualKey key;

  @BeforeAll
  static void fill() throws IOException {
    key = Filled.withMany(50, 10);
  }

  @AfterAll
  static void away() throws IOException {
    key.close();
  }

  @Test
  void allOfThemAreListedOnceWithTheRightTotals() throws Exception {
    JsonNode document = run("credentials", "--json").json();

    assertThat(document.get("credentials")).hasSize(500);
    assertThat(new HashSet<>(document.findValuesAsText("id"))).hasSizeGreaterThanOrEqualTo(500);
    assertThat(document.at("/slots/existing").asInt()).isEqualTo(500);
    assertThat(document.at("/slots/remaining").asInt()).isEqualTo(Filled.SLOTS_LEFT);
    assertThat(document.at("/incomplete").asBoolean()).isFalse();
  }

  @Test
  void oneIsFoundAmongAllOfThem() throws Exception {
    JsonNode document = run("credentials", "--search", "user-49-9", "--json").json();

    assertThat(document.get("credentials")).hasSize(1);
    assertThat(document.at("/credentials/0/rpId").asText()).isEqualTo("rp-049.example");
    assertThat(document.at("/slots/existing").asInt()).isEqualTo(500);
  }

  @Test
  void thoseOfOneRelyingPartyAreFoundAndCountedBesidesTheWhole() {
    Shell.Ended ended = run("credentials", "--rp", "rp-017.example");

    assertThat(ended.out().lines().filter(line -> line.contains("rp-017.example"))).hasSize(10);
    assertThat(ended.err()).contains("500 on the key");
  }

  private Shell.Ended run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--pin-stdin";
    Shell.Ended ended =
        Shell.on(data, new PluggedKey("hid-1", key)).typing(Filled.PIN + "\n").run(all);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }
}
