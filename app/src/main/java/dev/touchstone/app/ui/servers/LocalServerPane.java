package dev.touchstone.app.ui.servers;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.servers.LocalServerViewModel.Phase;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Starts and stops the server of this computer, says where it answers, and shows requests. */
final class LocalServerPane extends StackPane {

  private final LocalServerViewModel model;
  private final Form wish;
  private final VBox top = new VBox();
  private final Label count = Texts.caption("");

  LocalServerPane(LocalServerViewModel model, ZoneId zone) {
    this.model = model;
    this.wish = wish();
    top.getStyleClass().add("key-detail");
    top.setMinHeight(USE_PREF_SIZE);
    count.setId("request-count");
    HBox head = new HBox(Texts.sectionTitle("Requests"), count);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.BASELINE_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    RequestTable requests = new RequestTable(model.requests(), zone);
    VBox.setVgrow(requests, Priority.ALWAYS);
    VBox column = new VBox(top, head, requests);
    column.getStyleClass().addAll("column", "key-detail");
    Scroll scroll = new Scroll(column);
    scroll.setFitToHeight(true);
    getChildren().add(scroll);
    model.totalProperty().subscribe(this::showCount);
    model.phaseProperty().subscribe(this::show);
    model.failureProperty().subscribe(this::show);
    showCount();
    show();
  }

  private void showCount() {
    long total = model.totalProperty().get();
    int shown = model.requests().size();
    count.setText(
        total > shown
            ? "The last %d of %,d; neither bodies nor tokens are kept.".formatted(shown, total)
            : "Neither bodies nor tokens are kept.");
  }

  private void show() {
    top.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> top.getChildren().add(new AdvicePanel(advice)));
    switch (model.phaseProperty().get()) {
      case Phase.Stopped() -> top.getChildren().add(wish);
      case Phase.Starting() -> top.getChildren().add(card("Starting", Tone.INFO));
      case Phase.Stopping() ->
          top.getChildren().add(card("Finishing requests in flight", Tone.INFO));
      case Phase.Serving serving -> {
        VBox card = card("Serving", Tone.GOOD, stop());
        card.getChildren().add(facts(serving));
        top.getChildren().add(card);
        serving
            .warnings()
            .forEach(it -> top.getChildren().add(new Panel(Tone.WARNING, "", Texts.body(it))));
      }
    }
  }

  private Form wish() {
    Button start = new Button("Start", Icons.of(MaterialDesignP.PLAY));
    start.setId("start-server");
    start.getStyleClass().add("accent");
    start.setDefaultButton(true);
    start.setOnAction(event -> model.start());
    return new Form(
        "Not served",
        Texts.muted(
            "Accounts and credentials are those of this program. The API, and a page for browsers at"
                + " /, are served until you stop it or close the window."),
        Form.row(
            Form.field(
                "Host",
                Form.text("server-host", "127.0.0.1", model.hostProperty()),
                "127.0.0.1: nobody else gets there."),
            Form.field(
                "Port",
                Form.text("server-port", "8080", model.portProperty()),
                "0 takes a free one.")),
        new HBox(start));
  }

  private Button stop() {
    Button stop = new Button("Stop", Icons.of(MaterialDesignS.STOP));
    stop.setId("stop-server");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(event -> model.stop());
    return stop;
  }

  private static VBox card(String state, Tone tone, Node... actions) {
    Label badge = Badge.withIcon(state, tone);
    badge.setId("server-state");
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(badge, gap);
    head.getChildren().addAll(actions);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(head);
    card.getStyleClass().add("card");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private static Facts facts(Phase.Serving serving) {
    Facts facts = new Facts();
    facts.setId("server-facts");
    facts.addCopyable("Address", serving.url());
    facts.add("RP ID", Texts.mono(serving.rpId()));
    facts.add("Origins", Texts.mono(String.join("\n", serving.origins())));
    return facts;
  }
}
