package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.CredentialCard;
import dev.touchstone.app.ui.kit.CredentialTable;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen user, the credentials as a table, and the chosen one with all that is known of it. */
final class UserPane extends VBox {

  private final AccountsViewModel model;
  private final ReplaceViewModel replace;
  private final Moments moments;
  private final Consumer<User> edit;
  private final Consumer<User> tokens;
  private final StackPane head = new StackPane();
  private final VBox told = new VBox();
  private final CredentialTable table;
  private final StackPane card = new StackPane();
  private String chosenId = "";

  UserPane(
      AccountsViewModel model,
      ReplaceViewModel replace,
      Moments moments,
      Consumer<User> edit,
      Consumer<User> tokens) {
    this.model = model;
    this.replace = replace;
    this.moments = moments;
    this.edit = edit;
    this.tokens = tokens;
    this.table = new CredentialTable(model.credentials(), moments);
    getStyleClass().add("accounts-right");
    setMinWidth(0);
    head.setMinHeight(USE_PREF_SIZE);
    told.setMinHeight(USE_PREF_SIZE);
    told.managedProperty().bind(told.visibleProperty());
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    card.managedProperty().bind(card.visibleProperty());
    getChildren().addAll(told, head, table, card);
    table.getSelectionModel().selectedItemProperty().subscribe(this::showCredential);
    model
        .credentials()
        .addListener(
            (ListChangeListener<Credential>) change -> Platform.runLater(this::chooseAgain));
    model.chosenProperty().subscribe(this::show);
    model.deeds().newsProperty().subscribe(news -> tell());
    model.deeds().failureProperty().subscribe(failure -> tell());
  }

  private void show(Optional<User> user) {
    setVisible(user.isPresent());
    user.ifPresent(it ->
        head.getChildren()
            .setAll(
                new UserHead(
                    it, moments, model.deeds(), () -> edit.accept(it), () -> tokens.accept(it))));
  }

  private void tell() {
    told.getChildren().clear();
    model
        .deeds()
        .failureProperty()
        .get()
        .ifPresent(advice -> told.getChildren().add(new AdvicePanel(advice)));
    String news = model.deeds().newsProperty().get();
    if (!news.isEmpty()) {
      told.getChildren().add(new Panel(Tone.GOOD, news));
    }
    told.setVisible(!told.getChildren().isEmpty());
  }

  /**
   * A credential that was read anew is another record, and the table forgets that it was chosen.
   */
  private void chooseAgain() {
    if (table.getSelectionModel().isEmpty()) {
      table.getItems().stream()
          .filter(credential -> credential.id().equals(chosenId))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
    }
  }

  private void showCredential(@Nullable Credential credential) {
    card.setVisible(credential != null);
    if (credential == null) {
      card.getChildren().clear();
      return;
    }
    chosenId = credential.id();
    card.getChildren()
        .setAll(
            new CredentialCard(
                credential,
                moments,
                label -> model.label(credential, label),
                () -> replace.prepare(credential),
                () -> model.deeds().askToDelete(credential)));
  }
}
