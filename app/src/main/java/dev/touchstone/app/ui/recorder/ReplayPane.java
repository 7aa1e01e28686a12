package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.errand.ErrandDialog;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.trace.ReplayRecording;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.trace.replay.Step;
import dev.touchstone.key.transport.KeyDevice;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a replay would send, to which key, and what came of it. */
final class ReplayPane extends VBox {

  private final ReplayViewModel model;
  private final ObservableList<KeyDevice> keys;
  private final Veil veil;
  private final ComboBox<KeyWish> key = new ComboBox<>();
  private final Button send = new Button("Send");
  private final Label summary = Texts.body("");
  private final StackPane body = new StackPane();

  ReplayPane(ReplayViewModel model, ObservableList<KeyDevice> keys, Veil veil) {
    this.model = model;
    this.keys = keys;
    this.veil = veil;
    getStyleClass().add("recording");
    setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    summary.setId("replay-summary");
    getChildren().addAll(choice(), summary, body);
    ErrandDialog.on(veil, "Replay", model.errand());
    model.stateProperty().subscribe(this::show);
    model.askingProperty().subscribe(this::ask);
    keys.addListener((ListChangeListener<KeyDevice>) change -> offer());
    offer();
  }

  private HBox choice() {
    key.setId("replay-key");
    key.setAccessibleText("Send it to");
    key.setPrefWidth(320);
    key.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable KeyWish wish) {
            return switch (wish) {
              case null -> "";
              case KeyWish.Any() -> "A new virtual key, gone afterwards";
              case KeyWish.This(KeyDevice device) -> device.name() + " (" + device.id() + ")";
            };
          }

          @Override
          public KeyWish fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
    key.valueProperty()
        .subscribe(wish -> {
          if (wish != null) {
            model.plan(wish);
          }
        });
    send.setId("replay-send");
    send.getStyleClass().add("accent");
    send.setMinWidth(USE_PREF_SIZE);
    send.setOnAction(event -> model.start());
    HBox line = new HBox(key, send);
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  /** Puts the keyboard where work begins. */
  void land() {
    Focus.on(key);
  }

  private void offer() {
    KeyWish before = key.getValue();
    List<KeyWish> choices = new ArrayList<>();
    choices.add(new KeyWish.Any());
    keys.forEach(it -> choices.add(new KeyWish.This(it)));
    if (!key.getItems().equals(choices)) {
      key.getItems().setAll(choices);
      key.setValue(choices.contains(before) ? before : choices.getFirst());
    }
  }

  private void show(ReplayViewModel.State state) {
    send.setDisable(true);
    summary.setText("");
    switch (state) {
      case ReplayViewModel.State.Looking() ->
          body.getChildren().setAll(new Waiting("Looking what can be sent"));
      case ReplayViewModel.State.Planned(var preview) -> {
        long sent = ReplayViewModel.sent(preview);
        send.setDisable(sent == 0);
        send.setText(sent == 1 ? "Send 1 command" : "Send %,d commands".formatted(sent));
        summary.setText(
            "%,d of %,d commands can be sent. Those that carry a PIN, a token or another secret cannot: it was masked."
                .formatted(sent, preview.replay().steps().size()));
        VBox steps = steps();
        preview.replay().steps().forEach(step -> steps.getChildren().add(StepLine.of(step)));
        body.getChildren().setAll(new Scroll(steps));
      }
      case ReplayViewModel.State.Replayed(var result) -> {
        summary.setText(told(result));
        VBox steps = steps();
        result.outcomes().forEach(it -> steps.getChildren().add(StepLine.of(it)));
        body.getChildren().setAll(new Scroll(steps));
        land();
      }
      case ReplayViewModel.State.Failed(var advice) ->
          body.getChildren().setAll(new Scroll(new VBox(new AdvicePanel(advice))));
    }
  }

  private static VBox steps() {
    VBox steps = new VBox();
    steps.setId("replay-steps");
    steps.getStyleClass().add("replay-steps");
    return steps;
  }

  private static String told(ReplayRecording.Result result) {
    long sent = result.outcomes().stream().map(Replay.Outcome::step).filter(Step::isSent).count();
    long same = result.outcomes().stream().filter(Replay.Outcome::same).count();
    return same == sent
        ? "%s did all %,d as in the recording.".formatted(result.key().name(), sent)
        : "%s did %,d of %,d as in the recording.".formatted(result.key().name(), same, sent);
  }

  private void ask(boolean asking) {
    if (asking
        && model.stateProperty().get() instanceof ReplayViewModel.State.Planned(var preview)) {
      long changing =
          preview.replay().steps().stream().filter(it -> it.isSent() && it.changes()).count();
      new Confirmation(
              "Send %,d commands to %s?"
                  .formatted(ReplayViewModel.sent(preview), preview.key().name()),
              List.of(
                  switch ((int) changing) {
                    case 0 -> "None of them changes the key.";
                    case 1 -> "One of them changes the key: it adds, deletes or counts.";
                    default ->
                        "%,d of them change the key: they add, delete or count."
                            .formatted(changing);
                  },
                  "No PIN is asked for, and no reset is sent."),
              "Send",
              model::confirmed,
              model::dismiss)
          .otherwise("Cancel")
          .ask(veil);
    } else {
      veil.hide();
    }
  }
}
