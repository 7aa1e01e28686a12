package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void columnsAreAsWideAsTheyNeed() {
    Table table = new Table("ID", "NAME");
    table.row("hid-1", "YubiKey FIDO");
    table.row("virtual", "Touchstone Virtual Key");

    assertThat(table.lines(80, new Style(false)))
        .containsExactly(
            "ID       NAME", "hid-1    YubiKey FIDO", "virtual  Touchstone Virtual Key");
  }

  @Test
  void theWidestColumnGivesWayWhereThereIsLittleRoom() {
    Table table = new Table("ID", "WHERE");
    table.row("hid-1", "/a/very/long/path/to/the/memory/of/a/key");

    List<String> lines = table.lines(30, new Style(false));

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(30));
    assertThat(lines.get(1)).startsWith("hid-1  /a/very").contains("…").endsWith("a/key");
  }

  @Test
  void aColumnThatWasNamedForItGivesWayBeforeAWiderOne() {
    Table table = new Table("MODEL", "LAST USED").yielding("MODEL");
    table.row("Touchstone Key", "2026-11-20 16:40");

    assertThat(table.lines(28, new Style(false)).get(1)).isEqualTo("Touc…e Key  2026-11-20 16:40");
  }

  @Test
  void headingsAreDimmedOnlyInColour() {
    Table table = new Table("ID");
    table.row("x");

    assertThat(table.lines(80, new Style(true)).getFirst()).isEqualTo("\u001b[2mID\u001b[0m");
    assertThat(table.lines(80, new Style(false)).getFirst()).isEqualTo("ID");
  }
}
