package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.trust.TrustOverview;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Whose keys are trusted, and which are taken: four pages under one line of news. */
public final class TrustView extends StackPane implements Landing {

  private final TrustViewModel model;
  private final Moments moments;
  private final Page page;
  private final StackPane sources = new StackPane();
  private final StackPane waiting = new StackPane();
  private final TabPane tabs;

  /**
   * The screen.
   *
   * @param statement a key beside its statement
   * @param keys that are there now
   */
  public TrustView(
      TrustViewModel model,
      StatementViewModel statement,
      ObservableList<KeyDevice> keys,
      Moments moments,
      FileChoice files) {
    this.model = model;
    this.moments = moments;
    Button fetch = button("fetch-metadata", "Fetch FIDO's", MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE);
    fetch.setOnAction(event -> model.fetch(MetadataSource.FIDO));
    Button open = button("open-metadata", "From a file", MaterialDesignF.FOLDER_OPEN_OUTLINE);
    open.setOnAction(event ->
        files
            .choose(getScene().getWindow())
            .ifPresent(file -> model.fetch(new MetadataSource.LocalFile(file))));
    Button examine =
        button("examine-credentials", "Examine credentials", MaterialDesignS.SHIELD_CHECK_OUTLINE);
    examine.setOnAction(event -> model.examine());
    page = new Page("Trust", "Whose keys are trusted, and which are taken.", fetch, open, examine);
    tabs =
        new TabPane(
            new Tab("Sources", new Scroll(sources)),
            new Tab("Models", models()),
            new Tab("Policy", new Scroll(new PolicyPane(model))),
            new Tab("A key", new StatementPane(statement, keys)));
    tabs.setId("trust-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("verdict-tabs");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    waiting.managedProperty().bind(waiting.visibleProperty());
    VBox body = new VBox(waiting, new NoticePane(model), tabs);
    body.getStyleClass().add("trust");
    page.show(body);
    getChildren().add(page);
    model.overviewProperty().subscribe(this::show);
    model.workingProperty().subscribe(this::showWork);
  }

  @Override
  public void land() {
    model.refresh();
  }

  private Node models() {
    StackPane models = new StackPane();
    model
        .overviewProperty()
        .subscribe(overview ->
            models
                .getChildren()
                .setAll(
                    overview.filter(it -> !it.metadata().metadata().isEmpty()).isPresent()
                        ? new ModelsPane(model, this::today)
                        : new EmptyState(
                            MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE,
                            "No metadata are kept",
                            "Fetch those of the FIDO Alliance, or read them from a file.")));
    return models;
  }

  private LocalDate today() {
    return model
        .overviewProperty()
        .get()
        .map(it -> LocalDate.ofInstant(it.now(), ZoneOffset.UTC))
        .orElse(LocalDate.EPOCH);
  }

  private void show(Optional<TrustOverview> overview) {
    sources
        .getChildren()
        .setAll(
            overview
                .<Node>map(it -> new SourcesPane(it, moments))
                .orElse(new Waiting("Reading what is kept")));
  }

  private void showWork(String what) {
    boolean visible = !what.isEmpty() && model.overviewProperty().get().isPresent();
    waiting.setVisible(visible);
    tabs.setDisable(visible);
    if (visible) {
      waiting.getChildren().setAll(new Waiting(what));
    }
  }

  private static Button button(String id, String text, Ikon icon) {
    Button button = new Button(text, Icons.of(icon));
    button.setId(id);
    return button;
  }
}
