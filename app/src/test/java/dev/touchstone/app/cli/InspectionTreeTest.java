package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.inspect.Node;
import dev.touchstone.rp.inspect.Node.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(new InspectionTree(80, new Style(false), false).lines(TREE))
        .containsExactly(
            "authenticator data",
            "├─ rpIdHash  49960de5",
            "│     SHA-256 of localhost",
            "└─ flags  0x41",
            "   ├─ UP  1",
            "   └─ AT  1");
  }

  @Test
  void longValuesAreCutUnlessEverythingIsWanted() {
    Node node = node("key", "ab".repeat(60), "");

    assertThat(new InspectionTree(40, new Style(false), false).lines(node)).hasSize(1);
    assertThat(
            String.join("", new InspectionTree(40, new Style(false), true).lines(node))
                .replace(" ", ""))
        .isEqualTo("key" + "ab".repeat(60));
  }

  private static Node node(String name, String value, String note, Node... children) {
    return new Node(name, value, note, Severity.PLAIN, List.of(children));
  }
}
