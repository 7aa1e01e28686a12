package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.SearchField;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.UserCell;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.person.Hit;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where people are searched, and those who were found. */
final class HitList extends VBox {

  private final DeskViewModel model;
  private final SearchField search;
  private final ObservableList<User> people = FXCollections.observableArrayList();
  private final ListView<User> list = new ListView<>(people);
  private String chosenFor = "";

  HitList(DeskViewModel model) {
    this.model = model;
    getStyleClass().add("user-list");
    search =
        new SearchField(
            "search-desk", "Find a person", "Name, e-mail, key serial", model.searchProperty());
    list.setId("desk-hits");
    list.setAccessibleText("People who were found");
    list.getStyleClass().add("side-list");
    list.setCellFactory(view -> new UserCell());
    model.searchProperty().subscribe(this::explain);
    VBox.setVgrow(list, Priority.ALWAYS);
    Label many = Texts.muted("More people fit. Type more words.");
    many.setId("desk-many");
    many.managedProperty().bind(many.visibleProperty());
    many.visibleProperty().bind(model.manyProperty());
    getChildren().addAll(search, list, many);
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model.hits().addListener((ListChangeListener<Hit>) change -> fill());
    // whoever is looked at no longer can be chosen again
    model
        .personProperty()
        .subscribe(person -> {
          if (person.isEmpty()) {
            list.getSelectionModel().clearSelection();
          }
        });
  }

  /** Puts the focus where people begin. */
  void land() {
    search.requestFocus();
  }

  private void explain(String text) {
    list.setPlaceholder(
        Texts.muted(
            text.isBlank()
                ? "Type a name, an address, the serial number or label of a key, or the beginning"
                    + " of a credential id."
                : "Nobody is found by that."));
  }

  private void fill() {
    people.setAll(model.hits().stream().map(Hit::user).toList());
    String text = model.searchProperty().get();
    Optional<User> shown = people.stream().filter(this::isShown).findFirst();
    if (shown.isPresent()) {
      list.getSelectionModel().select(shown.get());
    } else if (people.size() == 1 && !text.equals(chosenFor)) {
      // once for a search: who went back to the requests is not brought here again
      chosenFor = text;
      list.getSelectionModel().select(0);
    }
  }

  private boolean isShown(User user) {
    return model
        .personProperty()
        .get()
        .filter(it -> it.facts().user().name().equals(user.name()))
        .isPresent();
  }

  private void choose(@Nullable User user) {
    if (user != null && !isShown(user)) {
      model.show(user.name());
    }
  }
}
