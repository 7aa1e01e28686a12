package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text from keys, files and other people is shown and never obeyed. */
final class InjectionTest {

  private static final String CLEAR_SCREEN = "\u001b[2J";
  private static final String C1_CSI = "\u009b";
  private static final String RIGHT_TO_LEFT_OVERRIDE = "\u202e";
  private static final String TAG = "\udb40\udc41";

  @TempDir Path data;

  @Test
  void controlsInWhatIsInspectedAreWrittenOut() {
    // {"\u0001": 2}, {"ESC[2J": 2}
    assertThat(Shell.on(data).run("inspect", "oWEBAg").out()).contains("\\u0001  2");
    assertThat(Shell.on(data).run("inspect", "a1641b5b324a02").out()).contains("\\u001b[2J  2");
  }

  @Test
  void aUserNameDrivesNeitherTableNorReportNorFailure() {
    Shell shell = Shell.on(data);
    String name = "eve" + CLEAR_SCREEN + C1_CSI + RIGHT_TO_LEFT_OVERRIDE + "\n✓ Signed in.";

    String shown = "eve\\u001b[2J\\u009b\\u202e\\u000a✓ Signed in.";
    assertThat(shell.run("register", "--user", name).out()).contains(shown);
    assertThat(shell.run("users", "delete", name).out()).contains(shown);
    assertOnlyText(shell.run("users"));
    assertOnlyText(shell.run("sign-in", "--user", name + "?"));
    assertOnlyText(shell.run(name));
  }

  @Test
  void aDocumentStaysTheSameDocument() throws Exception {
    Shell shell = Shell.on(data);
    String name = "eve" + CLEAR_SCREEN + C1_CSI + RIGHT_TO_LEFT_OVERRIDE + TAG;
    shell.run("register", "--user", name);

    Shell.Ended users = shell.run("users", "--json");

    assertOnlyText(users);
    assertThat(users.json().at("/users/0/name").asText()).isEqualTo(name);
  }

  @Test
  void coloursPassWhereWePaintAndNothingElseDoes() {
    assertThat(printed(true, new Style(true).bad("no") + CLEAR_SCREEN + "\u001b[8m"))
        .isEqualTo("\u001b[1;31mno\u001b[0m\\u001b[2J\\u001b[8m");
    assertThat(printed(false, new Style(true).bad("no"))).isEqualTo("\\u001b[1;31mno\\u001b[0m");
  }

  @Test
  void charactersAndColoursThatArriveInPiecesAreWhole() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = terminal(out, true);

    for (byte piece : "\u001b[1;31mé😀\u001b[0m".getBytes(StandardCharsets.UTF_8)) {
      terminal.out().write(piece);
    }
    terminal.out().flush();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[1;31mé😀\u001b[0m");
  }

  @Test
  void namesOfAllScriptsStayAsTheyAre() {
    String names = "Zoë\tДмитрий, محمد می‌خواهم, 山田, 👩‍🚒\n";

    assertThat(Visible.of(names)).isEqualTo(names);
  }

  private static void assertOnlyText(Shell.Ended ended) {
    assertThat(ended.out() + ended.err())
        .doesNotContain("\u001b", C1_CSI, RIGHT_TO_LEFT_OVERRIDE, TAG)
        .doesNotContainPattern("(?m)^✓ Signed in");
  }

  private static String printed(boolean colour, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = terminal(out, colour);
    terminal.out().print(text);
    terminal.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Terminal terminal(ByteArrayOutputStream out, boolean colour) {
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(new byte[0]), stream, stream, false, true, true, 80, colour);
  }
}
