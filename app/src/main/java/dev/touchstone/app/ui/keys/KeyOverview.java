package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.RememberedViewModel.State;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.usecase.KeyDescription;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a key tells of itself, and what this computer remembers of it. */
final class KeyOverview {

  /** Facts that people take elsewhere. */
  private static final Set<String> COPIED = Set.of("aaguid", "path", "usb");

  private final RememberedViewModel remembered;
  private final Moments moments;
  private final StackPane rememberedCard = new StackPane();
  private boolean showRaw;

  KeyOverview(RememberedViewModel remembered, Moments moments) {
    this.remembered = remembered;
    this.moments = moments;
    rememberedCard.managedProperty().bind(rememberedCard.visibleProperty());
    remembered.stateProperty().subscribe(this::show);
  }

  /** What is shown for this key. */
  Node show(KeyDescription description) {
    CheckBox raw = new CheckBox("Raw values");
    raw.setId("raw-values");
    raw.setSelected(showRaw);
    VBox sections = new VBox();
    sections.getStyleClass().add("key-detail");
    raw.setOnAction(event -> {
      showRaw = raw.isSelected();
      showSections(description, sections);
    });
    showSections(description, sections);
    VBox column = new VBox(Texts.body(description.summary()), rememberedCard);
    if (!description.info().isU2fOnly()) {
      column.getChildren().add(raw);
    }
    column.getChildren().add(sections);
    column.getStyleClass().add("key-detail");
    return Scroll.column(column, 760);
  }

  /** A heading with what belongs below it. */
  static Node card(String title, Node... content) {
    VBox card = new VBox(Texts.sectionTitle(title));
    card.getChildren().addAll(content);
    card.getStyleClass().add("card");
    return card;
  }

  private void show(State state) {
    rememberedCard.setVisible(!(state instanceof State.No));
    switch (state) {
      case State.No() -> rememberedCard.getChildren().clear();
      case State.Yes(var right) -> {
        Button forget = new Button("Forget");
        forget.setId("forget-remembered");
        forget.setAccessibleText("Forget this key: ask for its PIN again");
        forget.setOnAction(event -> remembered.forget());
        Facts facts =
            new Facts()
                .add("allowed", moments.both(right.since()))
                .add("last look", moments.both(right.lastLook()));
        Node card =
            card(
                "Listed without its PIN",
                Texts.muted(
                    "This computer remembers a right to list the credentials on this key, and no"
                        + " more. The key is not changed when it is forgotten."),
                facts,
                forget);
        card.setId("remembered-key");
        card.getStyleClass().add("form");
        rememberedCard.getChildren().setAll(card);
      }
      case State.Unreadable(var advice) ->
          rememberedCard.getChildren().setAll(new AdvicePanel(advice));
    }
  }

  private void showSections(KeyDescription description, VBox sections) {
    sections.getChildren().clear();
    for (KeyDescription.Section section : description.sections()) {
      Facts facts = new Facts();
      for (KeyDescription.Fact fact : section.facts()) {
        add(facts, fact);
      }
      sections.getChildren().add(card(section.title(), facts));
    }
  }

  private void add(Facts facts, KeyDescription.Fact fact) {
    if (COPIED.contains(fact.name()) && !showRaw) {
      facts.addCopyable(fact.name(), fact.value());
      return;
    }
    VBox value = new VBox(Texts.body(fact.value()));
    if (!fact.meaning().isEmpty()) {
      value.getChildren().add(Texts.caption(fact.meaning()));
    }
    if (showRaw && !fact.raw().isEmpty()) {
      value.getChildren().add(Texts.mono(fact.raw()));
    }
    value.setAccessibleText(fact.name() + ": " + fact.value() + ". " + fact.meaning());
    facts.add(fact.name(), value);
  }
}
