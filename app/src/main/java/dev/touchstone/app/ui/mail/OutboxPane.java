package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.ItemTable;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** The mail in the folder, and the chosen one as text or as a page. */
final class OutboxPane extends StackPane {

  private enum Part {
    TEXT("Text"),
    PAGE("Page");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  private final OutboxViewModel model;
  private final ItemTable<OutboxMail> list;
  private final VBox both = new VBox();
  private final VBox head = new VBox();
  private final TextArea text = new LongText();
  private final PageView page = new PageView();
  private final StackPane body = new StackPane(text);
  private final HBox place = new HBox();
  private Part part = Part.TEXT;

  OutboxPane(OutboxViewModel model, Moments moments) {
    this.model = model;
    list =
        new ItemTable<>("outbox-list", "Mail in the outbox", model.mails(), "Nothing lies there.");
    list.words("Sent", 150, it -> it.sent().map(moments::absolute).orElse(""))
        .words("To", 220, OutboxMail::to)
        .words("Subject", 360, OutboxMail::subject);
    list.setPrefHeight(200);
    text.setId("outbox-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.getStyleClass().add("mono");
    text.setAccessibleText("The mail as text");
    Segments<Part> parts =
        new Segments<>("Part", List.of(Part.values()), part, it -> it.words, this::show);
    parts.setMaxWidth(USE_PREF_SIZE);
    parts.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMinWidth(0);
    HBox line = new HBox(head, parts);
    line.getStyleClass().add("head");
    line.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox.setVgrow(list, Priority.SOMETIMES);
    place.getStyleClass().add("copyable");
    place.setAlignment(Pos.CENTER_LEFT);
    both.getStyleClass().add("key-detail");
    both.getChildren().setAll(place, list, line, body);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(mail -> {
          if (mail != null) {
            model.choose(mail);
          }
        });
    model.chosenProperty().subscribe(this::showMail);
    model.mails().subscribe(this::showAll);
    model.failureProperty().subscribe(failure -> showAll());
    model.folderProperty().subscribe(folder -> showAll());
    showAll();
  }

  private void showAll() {
    model
        .folderProperty()
        .get()
        .ifPresent(folder -> {
          Label path = Texts.oneLine(folder.toString(), "mono");
          place.getChildren().setAll(path, new CopyButton("folder", folder::toString));
        });
    if (model.failureProperty().get().isPresent()) {
      getChildren().setAll(new VBox(new AdvicePanel(model.failureProperty().get().get())));
    } else if (model.mails().isEmpty()) {
      place.setAlignment(Pos.CENTER);
      getChildren()
          .setAll(
              new EmptyState(
                  MaterialDesignE.EMAIL_OUTLINE,
                  "No mail lies in the outbox",
                  "As long as no mail server is chosen, each mail is a file in this folder.",
                  (Node) place));
    } else {
      place.setAlignment(Pos.CENTER_LEFT);
      if (!both.getChildren().contains(place)) {
        both.getChildren().addFirst(place);
      }
      getChildren().setAll(both);
    }
  }

  private void show(Part wanted) {
    part = wanted;
    showMail(model.chosenProperty().get());
  }

  private void showMail(Optional<OutboxMail> mail) {
    head.getChildren().clear();
    mail.ifPresent(it -> {
      list.getSelectionModel().select(it);
      head.getChildren()
          .setAll(
              Texts.oneLine(it.subject(), "section-title"),
              Texts.oneLine("To " + it.to(), "caption"));
      switch (part) {
        case TEXT -> {
          text.setText(it.text().replace("\r", ""));
          body.getChildren().setAll(text);
        }
        case PAGE -> {
          page.show(it.html());
          body.getChildren().setAll(page);
        }
      }
    });
  }
}
