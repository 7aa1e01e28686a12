package dev.touchstone.app.ui.doctor;

import dev.touchstone.app.doctor.Finding;
import dev.touchstone.app.doctor.Finding.Verdict;
import dev.touchstone.app.ui.doctor.DoctorViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What may be in the way of a key: a card for each area, what to do in bold. */
public final class DoctorPane extends StackPane {

  private final DoctorViewModel model;
  private final Runnable back;

  /**
   * @param back leaves the pane
   */
  public DoctorPane(DoctorViewModel model, Runnable back) {
    this.model = model;
    this.back = back;
    setId("doctor");
    setMinWidth(0);
    model.phaseProperty().subscribe(this::show);
  }

  private void show(Phase phase) {
    getChildren()
        .setAll(
            switch (phase) {
              case Phase.NotAsked() -> new VBox();
              case Phase.Looking() -> new Waiting("Looking over keys, wires and data");
              case Phase.Failed(var advice) ->
                  new VBox(head("The doctor failed"), new AdvicePanel(advice));
              case Phase.Found found -> findings(found);
            });
  }

  private Node findings(Phase.Found found) {
    VBox column = new VBox(head(summary(found)));
    column.getStyleClass().add("key-detail");
    Map<String, List<Finding>> areas = new LinkedHashMap<>();
    found
        .findings()
        .forEach(it -> areas.computeIfAbsent(it.area(), area -> new ArrayList<>()).add(it));
    areas.forEach((area, all) -> {
      VBox card = new VBox(Texts.sectionTitle(area));
      card.getStyleClass().add("card");
      all.forEach(it -> card.getChildren().add(row(it)));
      column.getChildren().add(card);
    });
    return Scroll.column(column, 860);
  }

  private Node head(String words) {
    Label title = Texts.sectionTitle(words);
    title.setId("doctor-summary");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button again = new Button("Look again", Icons.of(MaterialDesignR.REFRESH));
    again.setId("doctor-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(event -> model.look());
    Button leave = new Button("Back to the keys", Icons.of(MaterialDesignA.ARROW_LEFT));
    leave.setId("doctor-back");
    leave.setMinWidth(USE_PREF_SIZE);
    leave.setCancelButton(true);
    leave.setOnAction(event -> back.run());
    HBox head = new HBox(title, again, leave);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static String summary(Phase.Found found) {
    long broken = found.count(Verdict.BROKEN);
    long attention = found.count(Verdict.ATTENTION);
    if (broken > 0) {
      return "%d broken, %d to look at".formatted(broken, attention);
    }
    return attention > 0 ? "Nothing is broken, %d to look at".formatted(attention) : "All is fine";
  }

  private static Node row(Finding it) {
    FontIcon icon = Icons.of(tone(it.verdict()).icon(), "finding-icon");
    Label title = Texts.body(it.title());
    title.getStyleClass().add("finding-title");
    VBox words = new VBox(title, Texts.muted(it.found()));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!it.next().isEmpty()) {
      Label next = Texts.body(it.next());
      next.getStyleClass().add("finding-next");
      words.getChildren().add(next);
    }
    HBox row = new HBox(icon, words);
    row.getStyleClass().addAll("finding", tone(it.verdict()).styleClass());
    row.setAccessibleText(
        "%s: %s. %s %s".formatted(it.title(), word(it.verdict()), it.found(), it.next()));
    return row;
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case FINE -> Tone.GOOD;
      case ATTENTION -> Tone.WARNING;
      case BROKEN -> Tone.BAD;
      case UNKNOWN -> Tone.NEUTRAL;
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case FINE -> "fine";
      case ATTENTION -> "to look at";
      case BROKEN -> "broken";
      case UNKNOWN -> "cannot be told";
    };
  }
}
