package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.requests.KeptRequestsViewModel.Question;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The kept requests at the left; at the right the one that is written, and what came of it. */
final class RequestsPane extends HBox {

  private final RequestsViewModel model;
  private final Veil veil;
  private final ListView<RequestEntry> list = new ListView<>();
  private final RequestEditor editor;

  /**
   * @param signIn asks who signs in where for a token
   */
  RequestsPane(RequestsViewModel model, Veil veil, Runnable signIn, Moments moments) {
    this.model = model;
    this.veil = veil;
    this.editor = new RequestEditor(model, this::askWhere, signIn, moments);
    getStyleClass().add("side-by-side");
    list.setId("requests-kept");
    list.setAccessibleText("Kept requests");
    list.getStyleClass().add("side-list");
    list.setItems(model.kept().entries());
    list.setCellFactory(view -> new RequestCell());
    list.setPlaceholder(Texts.muted("No request is kept yet."));
    VBox.setVgrow(list, Priority.ALWAYS);
    Button fresh = wide("new-request", "New request", Icons.of(MaterialDesignP.PLUS), model::begin);
    Button curl =
        wide("import-curl", "From curl", Icons.of(MaterialDesignC.CONTENT_PASTE), this::askForCurl);
    VBox left = new VBox(fresh, curl, list);
    left.getStyleClass().add("form-column");
    left.setMinWidth(USE_PREF_SIZE);
    VBox right = new VBox(editor, new AnswerPane(model));
    right.getStyleClass().add("form-column");
    right.setMinWidth(0);
    VBox.setVgrow(right.getChildren().get(1), Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model.kept().entries().addListener((ListChangeListener<RequestEntry>) change -> select());
    model.chosenProperty().subscribe(this::select);
    model.kept().questionProperty().subscribe(this::ask);
  }

  @Override
  public void requestFocus() {
    editor.requestFocus();
  }

  private static Button wide(String id, String words, javafx.scene.Node icon, Runnable action) {
    Button button = new Button(words, icon);
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void choose(@Nullable RequestEntry entry) {
    if (entry != null) {
      model.kept().choose(entry);
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

  private void askForCurl() {
    TextArea line = new LongText();
    line.setId("curl-line");
    line.getStyleClass().add("mono");
    line.setWrapText(true);
    line.setPrefRowCount(8);
    Button take = new Button("Take over");
    take.setId("curl-take");
    take.getStyleClass().add("accent");
    take.disableProperty().bind(line.textProperty().isEmpty());
    take.setOnAction(event -> {
      veil.hide();
      model.importCurl(line.getText());
    });
    open(
        "curl-dialog",
        "A line of curl",
        Form.field(
            "What a browser copied as cURL (bash)",
            line,
            "Nothing is run, no file is read, nothing is sent."),
        take);
    line.requestFocus();
  }

  private void askWhere() {
    Optional<RequestEntry> chosen = model.chosenProperty().get();
    StringProperty collection =
        new SimpleStringProperty(chosen.map(RequestEntry::collection).orElse(""));
    StringProperty name = new SimpleStringProperty(chosen.map(it -> it.saved().name()).orElse(""));
    Button keep = new Button("Keep");
    keep.setId("keep-request");
    keep.getStyleClass().add("accent");
    keep.setDefaultButton(true);
    keep.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> collection.get().isBlank() || name.get().isBlank(), collection, name));
    keep.setOnAction(event -> {
      veil.hide();
      model.kept().save(collection.get().strip(), name.get().strip());
    });
    open(
        "save-dialog",
        "Keep this request",
        new VBox(
            8,
            Form.field("Collection", Form.text("save-collection", "shop", collection), ""),
            Form.field(
                "Name",
                Form.text("save-name", "add to cart", name),
                "Tokens and passwords are left out, and variables stand in their place.")),
        keep);
  }

  private void open(String id, String title, javafx.scene.Node content, Button button) {
    HBox buttons = new HBox(button);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox body = new VBox(content, buttons);
    body.getStyleClass().add("dialog-body");
    new Dialog(id, title, veil::hide, body).open(veil);
  }

  private void ask(Optional<Question> question) {
    if (question.isEmpty()) {
      veil.hide();
      return;
    }
    switch (question.get()) {
      case Question.Delete(var entry) ->
          new Confirmation(
                  "Delete %s?".formatted(entry.path()),
                  List.of("Variables and secrets of the collection stay."),
                  "Delete",
                  model.kept()::confirm,
                  model.kept()::leave)
              .ask(veil);
      case Question.Replace(var preview) ->
          new Confirmation(
                  "Replace %s/%s?".formatted(preview.collection(), preview.name()),
                  List.of("Another request is kept under this name."),
                  "Replace",
                  model.kept()::confirm,
                  model.kept()::leave)
              .ask(veil);
    }
  }
}
