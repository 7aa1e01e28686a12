package dev.touchstone.app.ui.accounts;

import atlantafx.base.controls.CustomTextField;
import dev.touchstone.app.ui.accounts.AccountsViewModel.Loss;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.CredentialCard;
import dev.touchstone.app.ui.kit.CredentialTable;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.UserCell;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.ui.kit.Whose;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Users on the left; on the right the credentials as a table, and the chosen one below it. */
public final class AccountsView extends StackPane implements Landing {

  private final AccountsViewModel model;
  private final Moments moments;
  private final Page page;
  private final ListView<Whose> users = new ListView<>();
  private final CredentialTable table;
  private final VBox heading = new VBox();
  private final VBox right = new VBox();
  private final HBox both;
  private final CustomTextField search;
  private final Veil veil = new Veil();
  private @Nullable CredentialCard card;
  private String chosenId = "";

  public AccountsView(AccountsViewModel model, Moments moments) {
    this.model = model;
    this.moments = moments;
    this.table = new CredentialTable(model.credentials(), moments);
    this.search = search();
    page =
        new Page(
            "Users and credentials",
            "What the relying party inside has stored.",
            search,
            refresh());
    users.setId("users");
    users.setAccessibleText("Users");
    users.getStyleClass().add("side-list");
    users.setCellFactory(view -> new UserCell(model::totalCredentials));
    users.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    heading.getStyleClass().add("user-heading");
    heading.setMinHeight(USE_PREF_SIZE);
    right.getStyleClass().add("accounts-right");
    right.setMinWidth(0);
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    both = new HBox(users, right);
    both.getStyleClass().add("side-by-side");
    getChildren().addAll(page, veil);

    table.getSelectionModel().selectedItemProperty().subscribe(this::showCredential);
    model
        .credentials()
        .addListener(
            (ListChangeListener<Credential>) change -> Platform.runLater(this::chooseAgain));
    model.users().addListener((ListChangeListener<User>) change -> showUsers());
    model.whoseProperty().subscribe(this::showHeading);
    model.loadedProperty().subscribe(this::showAll);
    model.failureProperty().subscribe(this::showAll);
    model.lossProperty().subscribe(this::showLoss);
    showUsers();
  }

  @Override
  public void land() {
    model.refresh();
    search.requestFocus();
  }

  private CustomTextField search() {
    CustomTextField search = new CustomTextField();
    search.setId("search-accounts");
    search.setPromptText("Search");
    search.setAccessibleText("Search users and credentials");
    search.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
    search.setPrefWidth(200);
    search.textProperty().bindBidirectional(model.searchProperty());
    return search;
  }

  private Button refresh() {
    Button refresh = new Button("", Icons.of(MaterialDesignR.REFRESH));
    refresh.setAccessibleText("Read again");
    refresh.setTooltip(new Tooltip("Read again"));
    refresh.setOnAction(event -> model.refresh());
    return refresh;
  }

  private void choose(@Nullable Whose whose) {
    if (whose != null && !whose.equals(model.whoseProperty().get())) {
      model.whoseProperty().set(whose);
    }
  }

  private void showUsers() {
    Whose before = model.whoseProperty().get();
    List<Whose> lines = new ArrayList<>();
    lines.add(new Whose.Everybodys());
    model.users().forEach(user -> lines.add(new Whose.Of(user)));
    users.getItems().setAll(lines);
    users.getSelectionModel().select(Math.max(lines.indexOf(before), 0));
    showAll();
  }

  private void showAll() {
    if (model.failureProperty().get().isPresent() && model.isEmpty()) {
      VBox column = new VBox(new AdvicePanel(model.failureProperty().get().get()));
      page.show(column);
    } else if (!model.loadedProperty().get()) {
      page.show(new Waiting("Reading the database"));
    } else if (model.isEmpty()) {
      page.show(
          new EmptyState(
              MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
              "Nobody is registered yet",
              "Register a credential (Ctrl+2), and its user appears here."));
    } else {
      page.show(both);
      showHeading();
    }
  }

  private void showHeading() {
    heading.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> heading.getChildren().add(new AdvicePanel(advice)));
    table.showUsers(model.whoseProperty().get() instanceof Whose.Everybodys);
    if (model.whoseProperty().get() instanceof Whose.Of(User user)) {
      heading.getChildren().add(line(user));
    }
    showRight();
  }

  private HBox line(User user) {
    Label name = Texts.oneLine(user.displayName(), "section-title");
    Label times =
        Texts.oneLine(
            "Since %s · last sign-in %s"
                .formatted(
                    moments.absolute(user.created()),
                    user.lastSignIn().map(moments::relative).orElse("never")),
            "caption");
    VBox words = new VBox(name, times);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button delete = new Button("Delete user", Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE));
    delete.setId("delete-user");
    delete.getStyleClass().addAll("danger", "button-outlined");
    delete.setMinWidth(USE_PREF_SIZE);
    delete.setOnAction(event -> model.askToDelete(user));
    HBox line = new HBox(words, delete);
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
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
    if (credential != null) {
      chosenId = credential.id();
    }
    card =
        credential == null
            ? null
            : new CredentialCard(
                credential,
                moments,
                label -> model.label(credential, label),
                () -> model.askToDelete(credential));
    showRight();
  }

  private void showRight() {
    right.getChildren().clear();
    if (!heading.getChildren().isEmpty()) {
      right.getChildren().add(heading);
    }
    right.getChildren().add(table);
    CredentialCard shown = card;
    if (shown != null) {
      right.getChildren().add(shown);
    }
  }

  private void showLoss(Optional<Loss> loss) {
    if (loss.isEmpty()) {
      veil.hide();
      return;
    }
    Confirmation question =
        switch (loss.get()) {
          case Loss.OfCredential(var preview) ->
              new Confirmation(
                  "Delete this credential?",
                  List.of(
                      CredentialTable.name(preview.credential())
                          + " of "
                          + preview.credential().userName()
                          + " can no longer be used to sign in.",
                      preview.lastOfUser()
                          ? "It is the only credential of this user, who cannot sign in afterwards."
                          : "The user has other credentials to sign in with.",
                      "The key keeps its own half; nothing on the key changes."),
                  "Delete credential",
                  model::delete,
                  model::keep);
          case Loss.OfUser(var preview) ->
              new Confirmation(
                  "Delete " + preview.user().name() + "?",
                  List.of(
                      "The account is deleted with "
                          + switch (preview.credentials().size()) {
                            case 0 -> "no credential.";
                            case 1 -> "its only credential.";
                            default ->
                                "all of its %d credentials."
                                    .formatted(preview.credentials().size());
                          },
                      "The keys keep their own halves; nothing on them changes."),
                  "Delete user",
                  model::delete,
                  model::keep);
        };
    question.ask(veil);
  }
}
