package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.CredentialUse;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * The last uses of a credential, newest first: how its counter and its backup state came about, and
 * from where it was used. What is not as one would expect stands out.
 */
public final class UseHistory extends GridPane {

  public UseHistory(List<CredentialUse> uses, Moments moments) {
    setId("use-history");
    getStyleClass().add("facts");
    for (int width : new int[] {190, 90, 120, 160}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setMinWidth(60);
      column.setPrefWidth(width);
      column.setHgrow(Priority.SOMETIMES);
      getColumnConstraints().add(column);
    }
    addRow(
        0,
        Texts.caption("Used"),
        Texts.caption("Counter"),
        Texts.caption("Backed up"),
        Texts.caption("From"));
    for (int i = 0; i < uses.size(); i++) {
      CredentialUse use = uses.get(i);
      boolean hasBefore = i + 1 < uses.size();
      CredentialUse before = hasBefore ? uses.get(i + 1) : use;
      boolean wentBack = hasBefore && use.signCount() != 0 && use.signCount() <= before.signCount();
      addRow(
          i + 1,
          Texts.oneLine(moments.absolute(use.when())),
          wentBack
              ? Badge.withIcon("%,d".formatted(use.signCount()), Tone.WARNING)
              : Texts.oneLine("%,d".formatted(use.signCount())),
          backup(use, before),
          Texts.oneLine(use.address().isEmpty() ? "this computer" : use.address()));
    }
  }

  private static Label backup(CredentialUse use, CredentialUse before) {
    String word = use.backedUp() ? "yes" : "no";
    return use.backedUp() == before.backedUp()
        ? Texts.oneLine(word)
        : new Badge(word + ", changed", Tone.INFO);
  }
}
