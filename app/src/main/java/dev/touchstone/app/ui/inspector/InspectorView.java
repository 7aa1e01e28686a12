package dev.touchstone.app.ui.inspector;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.inspector.InspectorViewModel.State;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.AttestationPane;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.NodeTree;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.PasteArea;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.rp.inspect.Inspection;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Text goes in above, what is in it comes out below. */
public final class InspectorView extends StackPane implements Landing {

  private final InspectorViewModel model;
  private final StackPane result = new StackPane();
  private final PasteArea input;

  public InspectorView(InspectorViewModel model, FileChoice files) {
    this.model = model;
    this.input = new PasteArea(model::inspect);
    Button open = new Button("Open file", Icons.of(MaterialDesignF.FOLDER_OPEN_OUTLINE));
    open.setId("open-file");
    open.setOnAction(event -> files.choose(getScene().getWindow()).ifPresent(model::inspect));
    Button clear = new Button("Clear", Icons.of(MaterialDesignC.CLOSE));
    clear.setId("clear-inspector");
    clear.setOnAction(event -> clear());
    Page page =
        new Page(
            "Inspector",
            "Paste or drop a response, attestation object, authenticator data, key, certificate or"
                + " token. It is recognised by itself and stays on this computer.",
            open,
            clear);
    result.setMinHeight(0);
    VBox.setVgrow(result, Priority.ALWAYS);
    VBox body = new VBox(input, result);
    body.getStyleClass().add("inspector");
    page.show(body);
    getChildren().add(page);
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    model.stateProperty().subscribe(this::show);
  }

  @Override
  public void land() {
    input.requestFocus();
  }

  private void clear() {
    input.clear();
    model.inspect("");
    input.requestFocus();
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      File first = event.getDragboard().getFiles().getFirst();
      model.inspect(first.toPath());
    } else {
      input.paste(event.getDragboard().getString());
    }
    event.setDropCompleted(true);
    event.consume();
  }

  private void show(State state) {
    result
        .getChildren()
        .setAll(
            switch (state) {
              case State.Empty() ->
                  new EmptyState(
                      MaterialDesignF.FILE_SEARCH_OUTLINE,
                      "Nothing to look at yet",
                      "Base64, base64url, hex, PEM, JSON and raw bytes are all fine.");
              case State.Working(String source) -> new Waiting("Reading the " + source);
              case State.Found(String source, Inspection inspection) -> found(source, inspection);
              case State.NotUnderstood(String source, Advice advice) -> failed(advice);
            });
  }

  private static Node failed(Advice advice) {
    AdvicePanel panel = new AdvicePanel(advice);
    VBox box = new VBox(panel);
    box.setAlignment(Pos.TOP_LEFT);
    return new Scroll(box);
  }

  private static Node found(String source, Inspection inspection) {
    Label kind = Texts.sectionTitle(inspection.kind());
    kind.setId("inspection-kind");
    FlowPane head =
        new FlowPane(
            kind,
            new Badge(inspection.encoding(), Tone.NEUTRAL),
            new Badge(size(inspection.size()), Tone.NEUTRAL),
            Texts.caption("from " + source));
    head.getStyleClass().add("found-head");
    head.setMinHeight(USE_PREF_SIZE);
    NodeTree tree = new NodeTree(inspection.tree());
    VBox found = new VBox(head);
    found.getStyleClass().add("found");
    if (inspection.attestation().isEmpty()) {
      VBox.setVgrow(tree, Priority.ALWAYS);
      found.getChildren().add(tree);
      return found;
    }
    var report = inspection.attestation().get();
    found.getChildren().add(AttestationPane.sentence(report));
    VBox attestation = new VBox(new AttestationPane(report));
    attestation.getStyleClass().add("tab-body");
    TabPane tabs =
        new TabPane(new Tab("Contents", tree), new Tab("Attestation", new Scroll(attestation)));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("verdict-tabs");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    found.getChildren().add(tabs);
    return found;
  }

  private static String size(int bytes) {
    return bytes < 10_000 ? bytes + " bytes" : bytes / 1000 + " kB";
  }
}
