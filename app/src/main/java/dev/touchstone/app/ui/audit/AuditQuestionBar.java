package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.SearchField;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The ready-made questions, and what narrows them: words, a kind of event, a time. */
final class AuditQuestionBar extends VBox {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** Below this width six questions need smaller letters. */
  private static final double ROOMY = 720;

  private final AuditViewModel model;
  private final StackPane segments = new StackPane();
  private final SearchField search;
  private final ComboBox<EventKind> kind;
  private final Label sentence = Texts.caption("");
  private @Nullable Question marked;

  AuditQuestionBar(AuditViewModel model) {
    this.model = model;
    getStyleClass().add("audit-questions");
    setMinHeight(USE_PREF_SIZE);
    search =
        new SearchField(
            "search-audit",
            "Search the audit trail",
            "Person, address, event, reason",
            model.searchProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
    kind = choice("audit-kind", "Kind of event", EventKind.values(), model.kindProperty());
    Button refresh = new Button("", Icons.of(MaterialDesignR.REFRESH));
    refresh.setId("audit-refresh");
    refresh.setAccessibleText("Read again");
    refresh.setTooltip(new Tooltip("Read again"));
    refresh.setMinWidth(USE_PREF_SIZE);
    refresh.setOnAction(event -> model.refresh());
    HBox narrowing =
        new HBox(
            search,
            kind,
            choice("audit-period", "Time", Period.values(), model.periodProperty()),
            refresh);
    narrowing.getStyleClass().add("page-actions");
    getChildren().addAll(segments, narrowing, sentence);
    model.questionProperty().subscribe(this::show);
    widthProperty()
        .subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < ROOMY));
  }

  /** Puts the focus where people begin. */
  void land() {
    search.requestFocus();
  }

  private void show(Question question) {
    if (question != marked) {
      segments
          .getChildren()
          .setAll(
              new Segments<>(
                  "Question", List.of(Question.values()), question, Question::title, this::choose));
      marked = question;
    }
    boolean counted = question == Question.ADDRESSES;
    search.setDisable(counted);
    kind.setDisable(counted);
    sentence.setText(question.sentence());
  }

  /** Who goes through the questions with the arrow keys keeps the focus. */
  private void choose(Question question) {
    marked = question;
    model.questionProperty().set(question);
  }

  private static <T> ComboBox<T> choice(
      String id, String name, T[] choices, ObjectProperty<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(chosen);
    box.setPrefWidth(150);
    box.setMinWidth(110);
    return box;
  }
}
