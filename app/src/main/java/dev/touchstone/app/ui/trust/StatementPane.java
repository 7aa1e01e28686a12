package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.ItemTable;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.trust.CompareWithStatement;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.attestation.comparison.ComparedMember;
import dev.touchstone.rp.attestation.comparison.ComparedMember.Verdict;
import dev.touchstone.rp.attestation.comparison.StatementComparison;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What a key tells of itself beside what its vendor states, member by member. */
final class StatementPane extends VBox {

  private static final double WIDE = 920;

  private final StackPane body = new StackPane();

  StatementPane(StatementViewModel model, ObservableList<KeyDevice> keys) {
    getStyleClass().add("tab-body");
    KeyChoice key = new KeyChoice(keys, model.keyProperty());
    key.setId("statement-key");
    key.setAccessibleText("Key to compare");
    Button compare = new Button("Compare", Icons.of(MaterialDesignC.COMPARE_HORIZONTAL));
    compare.setId("compare-statement");
    compare.setMinWidth(USE_PREF_SIZE);
    compare.setOnAction(event -> model.compare());
    HBox line = new HBox(key, compare);
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(line, body);
    model
        .stateProperty()
        .subscribe(state -> {
          compare.setDisable(state instanceof StatementViewModel.State.Reading);
          body.getChildren().setAll(shown(state));
        });
  }

  private static Node shown(StatementViewModel.State state) {
    return switch (state) {
      case StatementViewModel.State.NotYet() ->
          new EmptyState(
              MaterialDesignC.COMPARE_HORIZONTAL,
              "A key and its statement",
              "Holds what a key tells of itself beside what its vendor published of the model. A"
                  + " contradiction means other firmware than was described, or another model than"
                  + " is claimed.");
      case StatementViewModel.State.Reading() -> new Waiting("Reading the key");
      case StatementViewModel.State.Failed(var advice) ->
          new Scroll(new VBox(new AdvicePanel(advice)));
      case StatementViewModel.State.Compared(var result) -> compared(result);
    };
  }

  private static Node compared(CompareWithStatement.Result result) {
    StatementComparison comparison = result.comparison();
    List<ComparedMember> contradictions = comparison.contradictions();
    VBox words = new VBox();
    words
        .getChildren()
        .add(
            Texts.body(
                "%s beside %s, by %s"
                    .formatted(
                        result.key().title(),
                        result.listed().entry().description(),
                        result.listed().origin())));
    contradictions.forEach(
        it -> words.getChildren().add(Texts.body("%s: %s".formatted(it.name(), it.why()))));
    Panel summary =
        new Panel(contradictions.isEmpty() ? Tone.GOOD : Tone.BAD, comparison.summary(), words);
    summary.setId("statement-summary");
    summary.setMinHeight(USE_PREF_SIZE);
    ItemTable<ComparedMember> members = members(comparison.members());
    VBox.setVgrow(members, Priority.ALWAYS);
    VBox all = new VBox(summary, members);
    all.getStyleClass().add("trust");
    return all;
  }

  private static ItemTable<ComparedMember> members(List<ComparedMember> members) {
    return new ItemTable<>(
            "statement-members",
            "Members of authenticatorGetInfo",
            FXCollections.observableArrayList(members),
            "Neither tells anything.")
        .words("Member", 205, ComparedMember::name)
        .column("Verdict", 110, it -> new Badge(word(it.verdict()), tone(it.verdict())))
        .words("The vendor", 220, ComparedMember::stated)
        .words("The key", 220, ComparedMember::told)
        .words("Why it matters", 260, ComparedMember::why)
        .whereWiderThan(WIDE);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case SAME -> "same";
      case DIFFERENT -> "different";
      case NOT_TOLD -> "not told";
      case NOT_STATED -> "not stated";
      case STATE -> "its state";
    };
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case SAME -> Tone.GOOD;
      case DIFFERENT, NOT_TOLD -> Tone.BAD;
      case NOT_STATED, STATE -> Tone.INFO;
    };
  }
}
