package dev.touchstone.app.ui.kit;

import dev.touchstone.key.session.Interaction.Account;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Several accounts of one key match: one button for each. */
public final class AccountChoice extends VBox {

  /**
   * @param choose gets the index of the chosen account
   */
  public AccountChoice(List<Account> accounts, IntConsumer choose) {
    getStyleClass().add("account-choice");
    setAlignment(Pos.TOP_CENTER);
    VBox list = new VBox();
    list.getStyleClass().add("account-list");
    for (int i = 0; i < accounts.size(); i++) {
      int index = i;
      Button button = new Button(words(accounts.get(i)), Icons.of(MaterialDesignA.ACCOUNT_OUTLINE));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setOnAction(event -> choose.accept(index));
      list.getChildren().add(button);
    }
    list.setMaxWidth(420);
    StackPane middle = new StackPane(list);
    middle.setAlignment(Pos.TOP_CENTER);
    middle.getStyleClass().add("column");
    Scroll scroll = new Scroll(middle);
    getChildren()
        .addAll(Texts.pageTitle("Which account?"), Texts.muted("This key has several."), scroll);
    Focus.on(list.getChildren().getFirst());
  }

  private static String words(Account account) {
    if (account.name().isEmpty() && account.displayName().isEmpty()) {
      return "Unnamed, user handle " + account.userHandle();
    }
    if (account.displayName().isEmpty() || account.displayName().equals(account.name())) {
      return account.name();
    }
    return account.name().isEmpty()
        ? account.displayName()
        : account.displayName() + "  ·  " + account.name();
  }
}
