package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.SearchField;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.UserCell;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The users that a search finds; more of them when the person asks. */
final class UserList extends VBox {

  private final AccountsViewModel model;
  private final ListView<User> users;
  private final SearchField search;

  UserList(AccountsViewModel model) {
    this.model = model;
    getStyleClass().add("user-list");
    search =
        new SearchField(
            "search-accounts",
            "Search users and credentials",
            "Name, e-mail, label",
            model.searchProperty());
    ComboBox<Choice<Role>> role =
        choice("users-role", "Any role", List.of(Role.values()), Role::word, model.roleProperty());
    ComboBox<Choice<Status>> status =
        choice(
            "users-status",
            "Any status",
            List.of(Status.values()),
            Status::word,
            model.statusProperty());
    HBox narrowing = new HBox(role, status);
    narrowing.getStyleClass().add("page-actions");
    users = new ListView<>(model.users());
    users.setId("users");
    users.setAccessibleText("Users");
    users.getStyleClass().add("side-list");
    users.setPlaceholder(Texts.muted("No user of the kind."));
    users.setCellFactory(view -> new UserCell());
    VBox.setVgrow(users, Priority.ALWAYS);
    Button more = new Button("Show more users");
    more.setId("more-users");
    more.setMaxWidth(Double.MAX_VALUE);
    more.managedProperty().bind(more.visibleProperty());
    more.visibleProperty().bind(model.moreProperty());
    more.setOnAction(event -> model.readMore());
    getChildren().addAll(search, narrowing, users, more);
    users.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model
        .users()
        .addListener((ListChangeListener<User>) change -> mark(model.chosenProperty().get()));
    model.chosenProperty().subscribe(this::mark);
  }

  /** Puts the focus where people begin. */
  void land() {
    search.requestFocus();
  }

  private void choose(@Nullable User user) {
    if (user != null
        && model.chosenProperty().get().filter(it -> it.handle().equals(user.handle())).isEmpty()) {
      model.choose(user);
    }
  }

  private void mark(Optional<User> chosen) {
    chosen
        .flatMap(it ->
            users.getItems().stream().filter(user -> user.handle().equals(it.handle())).findFirst())
        .ifPresent(users.getSelectionModel()::select);
  }

  /** One of a kind, or any. */
  private record Choice<T>(Optional<T> value, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  private static <T> ComboBox<Choice<T>> choice(
      String id,
      String any,
      List<T> choices,
      Function<T, String> word,
      ObjectProperty<Optional<T>> chosen) {
    ComboBox<Choice<T>> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(any);
    List<Choice<T>> items = new ArrayList<>();
    items.add(new Choice<>(Optional.empty(), any));
    choices.forEach(it -> items.add(new Choice<>(Optional.of(it), Texts.capital(word.apply(it)))));
    box.getItems().setAll(items);
    box.setValue(items.getFirst());
    box.setOnAction(event -> chosen.set(box.getValue().value()));
    box.setPrefWidth(120);
    box.setMinWidth(80);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}
