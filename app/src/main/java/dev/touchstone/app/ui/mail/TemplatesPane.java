package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.mail.MailTemplates.Draft;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.delivery.TemplateDesk.Entry;
import dev.touchstone.rp.mail.template.TemplateFinding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The editor at the left; at the right what a person would read, as it is written. */
final class TemplatesPane extends HBox {

  private enum Part {
    PAGE("Page"),
    TEXT("Text");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  private final TemplatesViewModel model;
  private final Veil veil;
  private final ComboBox<Entry> kinds = new ComboBox<>();
  private final VBox told = new VBox();
  private final Label state = Texts.caption("");
  private final Label subject = Texts.oneLine("", "section-title");
  private final TextArea text = new LongText();
  private final PageView page = new PageView();
  private final StackPane preview = new StackPane();
  private Part part = Part.PAGE;

  TemplatesPane(TemplatesViewModel model, Moments moments, Veil veil) {
    this.model = model;
    this.veil = veil;
    getStyleClass().add("side-by-side");
    VBox left = editor();
    VBox right = reader();
    left.setPrefWidth(480);
    right.setPrefWidth(480);
    left.setMinWidth(0);
    right.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    model.chosenProperty().subscribe(chosen -> showChosen(chosen, moments));
    model.draftProperty().subscribe(draft -> showDraft());
    model.newsProperty().subscribe(news -> showDraft());
    model.failureProperty().subscribe(failure -> showDraft());
    model
        .askingToResetProperty()
        .subscribe(asking -> {
          if (asking) {
            ask();
          } else {
            veil.hide();
          }
        });
  }

  private VBox editor() {
    kinds.setId("template-kind");
    kinds.setAccessibleText("Which mail");
    kinds.setItems(model.entries());
    kinds.setMaxWidth(Double.MAX_VALUE);
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Entry entry) {
            return entry == null ? "" : MailWords.occasion(entry.kind());
          }

          @Override
          public @Nullable Entry fromString(String words) {
            return null;
          }
        });
    kinds
        .valueProperty()
        .subscribe(entry -> {
          if (entry != null && !Optional.of(entry).equals(model.chosenProperty().get())) {
            model.choose(entry);
          }
        });
    told.setId("template-told");
    told.getStyleClass().add("form-column");
    told.managedProperty().bind(told.visibleProperty());
    VBox form =
        new VBox(
            Form.field("Which mail", kinds, ""),
            state,
            told,
            Form.field("Subject", Form.text("template-subject", "", model.subjectProperty()), ""),
            Form.field(
                "Text, for readers without HTML",
                area("template-text", 8, model.textProperty()),
                ""),
            Form.field("Page", area("template-html", 12, model.htmlProperty()), ""));
    form.getStyleClass().add("form-column");
    Scroll scroll = new Scroll(form);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, buttons());
    left.getStyleClass().add("form-column");
    return left;
  }

  private static TextArea area(String id, int rows, StringProperty value) {
    TextArea area = new LongText();
    area.setId(id);
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    area.getStyleClass().add("mono");
    area.textProperty().bindBidirectional(value);
    return area;
  }

  private HBox buttons() {
    Button save = new Button("Save");
    save.setId("save-template");
    save.getStyleClass().add("accent");
    save.setOnAction(event -> model.save());
    Button discard = new Button("Discard changes");
    discard.setId("discard-template");
    discard.setOnAction(event -> model.discard());
    Button reset = new Button("Use the program's own");
    reset.setId("reset-template");
    reset.setOnAction(event -> model.askToReset());
    discard.disableProperty().bind(model.changedProperty().not());
    model
        .draftProperty()
        .subscribe(draft ->
            save.setDisable(
                draft.filter(Draft::isGood).isEmpty() || !model.changedProperty().get()));
    model.changedProperty().subscribe(changed -> save.setDisable(!changed || !isGood()));
    model
        .chosenProperty()
        .subscribe(chosen -> reset.setDisable(chosen.flatMap(Entry::edited).isEmpty()));
    HBox buttons = new HBox(save, discard, reset);
    buttons.getStyleClass().add("page-actions");
    buttons.setMinHeight(USE_PREF_SIZE);
    return buttons;
  }

  private boolean isGood() {
    return model.draftProperty().get().filter(Draft::isGood).isPresent();
  }

  private VBox reader() {
    text.setEditable(false);
    text.setWrapText(true);
    text.getStyleClass().add("mono");
    text.setId("sample-text");
    text.setAccessibleText("The mail as text");
    subject.setId("sample-subject");
    Segments<Part> parts =
        new Segments<>("Preview", List.of(Part.values()), part, it -> it.words, this::show);
    parts.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(subject, Priority.ALWAYS);
    subject.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(subject, parts);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox right =
        new VBox(
            head,
            preview,
            Texts.caption("With sample data. Nothing is loaded, and nothing is sent."));
    right.getStyleClass().add("form-column");
    return right;
  }

  private void show(Part wanted) {
    part = wanted;
    showDraft();
  }

  private void showChosen(Optional<Entry> chosen, Moments moments) {
    chosen.ifPresent(entry -> {
      kinds.getSelectionModel().select(entry);
      state.setText(
          "%s It may name {{%s}}."
              .formatted(
                  entry
                      .edited()
                      .map(when -> "Edited " + moments.relative(when) + ".")
                      .orElse("As the program has it."),
                  String.join("}}, {{", new TreeSet<>(entry.kind().placeholders()))));
    });
  }

  private void showDraft() {
    told.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> told.getChildren().add(new AdvicePanel(advice)));
    String news = model.newsProperty().get();
    if (!news.isEmpty() && !model.changedProperty().get()) {
      told.getChildren().add(new Panel(Tone.GOOD, news));
    }
    model
        .draftProperty()
        .get()
        .ifPresent(draft -> {
          draft.findings().forEach(it -> told.getChildren().add(panel(it)));
          draft
              .sample()
              .ifPresentOrElse(
                  this::showLetter,
                  () ->
                      preview
                          .getChildren()
                          .setAll(
                              Texts.muted("Shown again when it is a mail that can be written.")));
        });
    told.setVisible(!told.getChildren().isEmpty());
  }

  private static Panel panel(TemplateFinding finding) {
    return new Panel(
        finding.refuses() ? Tone.BAD : Tone.WARNING, "", Texts.body(finding.sentence()));
  }

  private void showLetter(Letter letter) {
    subject.setText(letter.subject());
    switch (part) {
      case TEXT -> {
        text.setText(letter.text());
        preview.getChildren().setAll(text);
      }
      case PAGE -> {
        page.show(letter.html());
        preview.getChildren().setAll(page);
      }
    }
  }

  private void ask() {
    new Confirmation(
            "Use the program's own words?",
            List.of("What was written for this mail is forgotten."),
            "Forget what was written",
            model::reset,
            model::keep)
        .ask(veil);
  }
}
