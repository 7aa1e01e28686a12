package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.vector.Vectors;
import dev.touchstone.rp.inspect.Node;
import dev.touchstone.rp.inspect.Node.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectionTreeTest {

  private static final Node TREE =
      node(
          "authenticator data",
          "",
          "",
          node("rpIdHash", "49960de5", "SHA-256 of localhost"),
          node("flags", "0x41", "", node("UP", "1", ""), node("AT", "1", "")));

  @Test
  void linesSayWhatHangsWhere() {
    assertThat(new InspectionTree(new Sheet(80, false, new Style(false)), false).lines(TREE))
        .containsExactly(
            "authenticator data",
            "├─ rpIdHash  49960de5  SHA-256 of localhost",
            "└─ flags  0x41",
            "   ├─ UP  1",
            "   └─ AT  1");
  }

  @Test
  void aNoteForWhichThereIsNoRoomStandsBelow() {
    assertThat(new InspectionTree(new Sheet(40, false, new Style(false)), false).lines(TREE))
        .contains("├─ rpIdHash  49960de5", "│     SHA-256 of localhost");
  }

  @Test
  void inAPipeValuesStandWholeInOneLine() {
    Node node = node("key", "ab".repeat(60), "60 bytes");

    assertThat(new InspectionTree(new Sheet(40, true, new Style(false)), false).lines(node))
        .containsExactly("key  " + "ab".repeat(60) + "  60 bytes");
  }

  @Test
  void theVerdictOnAnAttestationIsPrintedOnce(@TempDir Path data) {
    String pasted = Vectors.named("yubikey-5").registration().attestationObject();

    assertThat(Shell.on(data).run("inspect", pasted).out())
        .containsOnlyOnce("Trusted: ")
        .containsOnlyOnce("Yubico device type (1.3.6.1.4.1.41482.2)")
        .contains("└─ CN=Yubico U2F EE Serial 61730834");
  }

  @Test
  void longValuesAreCutUnlessEverythingIsWanted() {
    Node node = node("key", "ab".repeat(60), "");

    assertThat(new InspectionTree(new Sheet(40, false, new Style(false)), false).lines(node))
        .hasSize(1);
    assertThat(
            String.join(
                    "",
                    new InspectionTree(new Sheet(40, false, new Style(false)), true).lines(node))
                .replace(" ", ""))
        .isEqualTo("key" + "ab".repeat(60));
  }

  private static Node node(String name, String value, String note, Node... children) {
    return new Node(name, value, note, Severity.PLAIN, List.of(children));
  }
}
