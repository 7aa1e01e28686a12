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

    assertThat(table.lines(new Sheet(80, false, new Style(false))))
        .containsExactly(
            "ID       NAME", "hid-1    YubiKey FIDO", "virtual  Touchstone Virtual Key");
  }

  @Test
  void theWidestColumnGivesWayWhereThereIsLittleRoom() {
    Table table = new Table("ID", "WHERE");
    table.row("hid-1", "/a/very/long/path/to/the/memory/of/a/key");

    List<String> lines = table.lines(new Sheet(30, false, new Style(false)));

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(30));
    assertThat(lines.get(1)).startsWith("hid-1  /a/very").contains("…").endsWith("a/key");
  }

  @Test
  void aColumnThatWasNamedForItGivesWayBeforeAWiderOne() {
    Table table = new Table("MODEL", "LAST USED").yielding("MODEL");
    table.row("Touchstone Key", "2026-11-20 16:40");

    assertThat(table.lines(new Sheet(28, false, new Style(false))).get(1))
        .isEqualTo("Touc…e Key  2026-11-20 16:40");
  }

  @Test
  void whatCanBeSparedIsLeftOutBeforeAnythingGivesWay() {
    Table table = new Table("ID", "MODEL", "ALG", "USED").yielding("MODEL").sparing("ALG", "USED");
    table.row("x1", "Touchstone Key", "ES256", "2026-11-20");
    Sheet narrow = new Sheet(32, false, new Style(false));

    assertThat(table.lines(narrow))
        .containsExactly("ID  MODEL           USED", "x1  Touchstone Key  2026-11-20");
    assertThat(table.leftOut(narrow)).containsExactly("ALG");
    assertThat(table.leftOut(new Sheet(40, false, new Style(false)))).isEmpty();
  }

  @Test
  void aLongTextGivesWayBeforeOtherColumnsAreLeftOut() {
    Table table = new Table("LABEL", "USED").yielding("LABEL").sparing("USED");
    table.row("l".repeat(60), "2026-11-20");

    assertThat(table.lines(new Sheet(40, false, new Style(false))).getLast())
        .hasSize(40)
        .endsWith("  2026-11-20");
  }

  @Test
  void inAPipeNothingIsLeftOutOrCut() {
    Table table = new Table("ID", "WHERE").yielding("WHERE").sparing("ID");
    table.row("hid-1", "/a/very/long/path/to/the/memory/of/a/key");

    assertThat(table.lines(new Sheet(30, true, new Style(false))).getLast())
        .isEqualTo("hid-1  /a/very/long/path/to/the/memory/of/a/key");
  }

  @Test
  void headingsAreDimmedOnlyInColour() {
    Table table = new Table("ID");
    table.row("x");

    assertThat(table.lines(new Sheet(80, false, new Style(true))).getFirst())
        .isEqualTo("\u001b[2mID\u001b[0m");
    assertThat(table.lines(new Sheet(80, false, new Style(false))).getFirst()).isEqualTo("ID");
  }
}
