package dev.touchstone.app.ui.servers;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.servers.RemoteServersViewModel.Question;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The kept servers at the left; at the right the chosen one, or the form to add one. */
final class RemoteServersPane extends HBox {

  private final RemoteServersViewModel model;
  private final Veil veil;
  private final ListView<RemoteServer> list = new ListView<>();
  private final Button another = new Button("Add a server", Icons.of(MaterialDesignP.PLUS));
  private final VBox failure = new VBox();
  private final AddServerForm form;
  private final RemoteServerCard card;
  private final VBox right = new VBox();

  RemoteServersPane(RemoteServersViewModel model, Moments moments, Veil veil) {
    this.model = model;
    this.veil = veil;
    this.form = new AddServerForm(model);
    this.card = new RemoteServerCard(model, moments);
    getStyleClass().add("side-by-side");
    list.setId("servers");
    list.setAccessibleText("Kept servers");
    list.getStyleClass().add("side-list");
    list.setItems(model.servers());
    list.setCellFactory(view -> new ServerCell());
    list.setPlaceholder(Texts.muted("No server is kept yet."));
    VBox.setVgrow(list, Priority.ALWAYS);
    another.setId("add-server");
    another.setMaxWidth(Double.MAX_VALUE);
    another.setOnAction(event -> model.chosenProperty().set(Optional.empty()));
    VBox left = new VBox(another, list);
    left.getStyleClass().add("form-column");
    left.setMinWidth(USE_PREF_SIZE);
    right.getStyleClass().add("form-column");
    Scroll scroll = Scroll.column(right, 720);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(left, scroll);

    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model.servers().addListener((ListChangeListener<RemoteServer>) change -> select());
    model.chosenProperty().subscribe(this::showChosen);
    model.failureProperty().subscribe(this::showFailure);
    model.questionProperty().subscribe(this::showQuestion);
    showChosen();
  }

  private void choose(@Nullable RemoteServer server) {
    if (server != null) {
      model.chosenProperty().set(Optional.of(server));
    }
  }

  private void select() {
    model
        .chosenProperty()
        .get()
        .ifPresentOrElse(
            it -> list.getSelectionModel().select(it),
            () -> list.getSelectionModel().clearSelection());
  }

  private void showChosen() {
    select();
    another.setDisable(model.chosenProperty().get().isEmpty());
    right.getChildren().setAll(failure, model.chosenProperty().get().isPresent() ? card : form);
  }

  private void showFailure(Optional<Advice> advice) {
    failure.getChildren().setAll(advice.map(AdvicePanel::new).stream().toList());
    failure.setManaged(advice.isPresent());
  }

  private void showQuestion(Optional<Question> question) {
    if (question.isEmpty()) {
      veil.hide();
      return;
    }
    Confirmation asked =
        switch (question.get()) {
          case Question.Remove(var server) ->
              new Confirmation(
                  "Keep " + server.name() + " no longer?",
                  List.of(
                      "%s is taken off this list%s."
                          .formatted(
                              server.address(),
                              server.pin().isPresent()
                                  ? ", with the certificate pinned for it"
                                  : ""),
                      "Nothing happens to the server itself, nor to keys registered there."),
                  "Remove from the list",
                  model::confirm,
                  model::leave);
          case Question.Replace(var before, var after) ->
              new Confirmation(
                  "Replace " + before.name() + "?",
                  List.of(
                      "Kept until now: " + ServerWords.line(before),
                      "Kept from now on: " + ServerWords.line(after)),
                  "Replace",
                  model::confirm,
                  model::leave);
        };
    asked.ask(veil);
  }
}
