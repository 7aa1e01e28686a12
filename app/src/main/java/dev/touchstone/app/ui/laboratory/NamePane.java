package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.fixture.lab.LabModel;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks for the name of a new key or clone, and for a new key's model. */
final class NamePane extends VBox {

  private static final String RULE = "1 to 40 letters, digits, - and _";

  private final StringProperty name = new SimpleStringProperty("");
  private final TextField field = Form.text("lab-name", RULE, name);
  private final ComboBox<LabModel> model = new ComboBox<>();
  private final Label description = Texts.caption("");
  private final QuestionsViewModel lab;

  private NamePane(QuestionsViewModel lab) {
    this.lab = lab;
    getStyleClass().add("dialog-body");
  }

  static NamePane forNewKey(QuestionsViewModel lab, Question.NewKey question) {
    NamePane pane = new NamePane(lab);
    pane.mistake(question);
    pane.chooseModel(lab.models());
    pane.getChildren()
        .addAll(
            Form.field("Name", pane.field, ""),
            Form.field("Model", pane.model, ""),
            pane.description,
            pane.go("lab-make", "Make key", pane::make));
    return pane;
  }

  static NamePane forClone(QuestionsViewModel lab, Question.Clone question) {
    NamePane pane = new NamePane(lab);
    pane.mistake(question);
    String original = question.original();
    pane.name.set(original + "-clone");
    pane.getChildren()
        .addAll(
            Texts.body(
                "The clone has the same memory as "
                    + original
                    + ", private keys and counter included. From then on each counts for itself,"
                    + " which is how a server finds out."),
            Form.field("Name of the clone", pane.field, ""),
            pane.go(
                "lab-make-clone", "Clone", () -> lab.cloneKey(original, pane.name.get().strip())));
    return pane;
  }

  /** Keeps what was typed when the same question is asked again. */
  NamePane like(@Nullable NamePane before) {
    if (before != null) {
      name.set(before.name.get());
      if (before.model.getValue() != null && !model.getItems().isEmpty()) {
        model.setValue(before.model.getValue());
      }
    }
    return this;
  }

  /** Puts the keyboard where the person begins. */
  void land() {
    Focus.on(field);
    field.selectAll();
  }

  private void mistake(Question.Named question) {
    question.mistake().ifPresent(advice -> getChildren().add(new AdvicePanel(advice)));
  }

  private void chooseModel(List<LabModel> models) {
    model.setId("lab-model");
    model.getItems().setAll(models);
    model.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable LabModel one) {
            return one == null ? "" : one.name();
          }

          @Override
          public @Nullable LabModel fromString(String text) {
            return null;
          }
        });
    model
        .valueProperty()
        .subscribe(one -> description.setText(one == null ? "" : one.description()));
    model.getSelectionModel().selectFirst();
  }

  private void make() {
    LabModel chosen = model.getValue();
    if (chosen != null) {
      lab.make(name.get().strip(), chosen.id());
    }
  }

  private Button go(String id, String word, Runnable action) {
    Button go = new Button(word);
    go.setId(id);
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.disableProperty().bind(name.map(String::isBlank));
    go.setOnAction(event -> action.run());
    return go;
  }
}
