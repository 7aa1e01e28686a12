package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.ItemTable;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.export.RowFormat;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A question and its answer: a page of rows, and the chosen one below with all that it says. */
public final class AuditView extends StackPane implements Landing {

  private final AuditViewModel model;
  private final Moments moments;
  private final FileChoice files;
  private final Page page;
  private final Veil veil = new Veil();
  private final AuditQuestionBar questions;
  private final ItemTable<AuditRow> rows;
  private final ItemTable<AddressSpread> spreads;
  private final Button more = new Button("Show older rows");
  private final StackPane waiting = new StackPane();
  private final StackPane card = new StackPane();
  private final VBox answer = new VBox();
  private final VBox body;

  public AuditView(AuditViewModel model, Moments moments, FileChoice files) {
    this.model = model;
    this.moments = moments;
    this.files = files;
    rows = AuditTables.rows(model.rows(), moments);
    spreads = AuditTables.spreads(model.spreads(), moments);
    questions = new AuditQuestionBar(model);
    page =
        new Page(
            "Audit",
            "Who did what for whom, and whether that is still what was written.",
            verify(),
            export(),
            shorten());
    more.setId("audit-more");
    more.managedProperty().bind(more.visibleProperty());
    more.visibleProperty().bind(model.moreProperty());
    more.setMinHeight(USE_PREF_SIZE);
    more.setOnAction(event -> model.readMore());
    waiting.managedProperty().bind(waiting.visibleProperty());
    answer.getStyleClass().add("audit-answer");
    VBox.setVgrow(answer, Priority.ALWAYS);
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(spreads, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    card.managedProperty().bind(card.visibleProperty());
    card.setVisible(false);
    body = new VBox(waiting, new AuditNotice(model.deeds(), moments), questions, answer);
    body.getStyleClass().add("audit");
    getChildren().addAll(page, veil);
    rows.getSelectionModel().selectedItemProperty().subscribe(this::showRow);
    spreads.getSelectionModel().selectedItemProperty().subscribe(this::showSpread);
    model.loadedProperty().subscribe(loaded -> showAll());
    model.failureProperty().subscribe(failure -> showAll());
    model.questionProperty().subscribe(question -> showAll());
    model.rows().subscribe(this::showAll);
    model.deeds().workingProperty().subscribe(this::showWork);
  }

  @Override
  public void land() {
    model.refresh();
    questions.land();
  }

  private SplitMenuButton verify() {
    MenuItem against = new MenuItem("Against a checkpoint that was kept elsewhere …");
    against.setOnAction(event ->
        files
            .choose(getScene().getWindow())
            .ifPresent(file -> model.deeds().verify(Optional.of(file))));
    MenuItem keep = new MenuItem("Keep a checkpoint elsewhere …");
    keep.setOnAction(event ->
        files
            .chooseToSave(getScene().getWindow(), "audit-checkpoint.json")
            .ifPresent(model.deeds()::sign));
    SplitMenuButton verify = new SplitMenuButton(against, keep);
    verify.setId("audit-verify");
    verify.setText("Verify");
    verify.setGraphic(Icons.of(MaterialDesignS.SHIELD_CHECK_OUTLINE));
    verify.setOnAction(event -> model.deeds().verify(Optional.empty()));
    return verify;
  }

  private MenuButton export() {
    MenuItem json = new MenuItem("JSON Lines, with every hash");
    json.setOnAction(event -> export(RowFormat.JSON, "audit.jsonl"));
    MenuItem cef = new MenuItem("CEF, for a SIEM");
    cef.setOnAction(event -> export(RowFormat.CEF, "audit.cef"));
    MenuButton export = new MenuButton("Export", Icons.of(MaterialDesignF.FILE_EXPORT_OUTLINE));
    export.getItems().setAll(json, cef);
    export.setId("audit-export");
    return export;
  }

  private void export(RowFormat format, String name) {
    files
        .chooseToSave(getScene().getWindow(), name)
        .ifPresent(file -> model.deeds().export(model.filter(), format, file));
  }

  private Button shorten() {
    Button shorten = new Button("Remove old rows", Icons.of(MaterialDesignC.CALENDAR_REMOVE));
    shorten.setId("audit-retain");
    shorten.setOnAction(event ->
        new Dialog(
                "retention",
                "Remove old rows",
                veil::hide,
                new RetentionDialog(model.deeds(), moments, veil::hide))
            .open(veil));
    return shorten;
  }

  private void showAll() {
    if (model.failureProperty().get().isPresent()) {
      page.show(new VBox(new AdvicePanel(model.failureProperty().get().get())));
    } else if (!model.loadedProperty().get()) {
      page.show(new Waiting("Reading the audit trail"));
    } else {
      showAnswer();
      page.show(body);
    }
  }

  private void showAnswer() {
    Node shown;
    if (model.questionProperty().get() == Question.ADDRESSES) {
      shown = spreads;
    } else if (model.rows().isEmpty() && model.isUnfiltered()) {
      shown =
          new EmptyState(
              MaterialDesignS.SHIELD_CHECK_OUTLINE,
              "Nothing has happened yet",
              "Registrations, sign-ins and whatever is changed here leave rows.");
      VBox.setVgrow(shown, Priority.ALWAYS);
    } else {
      shown = rows;
    }
    answer.getChildren().setAll(shown, more, card);
    boolean chosen =
        shown == rows
            ? !rows.getSelectionModel().isEmpty()
            : shown == spreads && !spreads.getSelectionModel().isEmpty();
    card.setVisible(chosen);
  }

  private void showRow(@Nullable AuditRow row) {
    showCard(row == null ? null : new AuditRowCard(row, moments));
  }

  private void showSpread(@Nullable AddressSpread spread) {
    showCard(spread == null ? null : new SpreadCard(spread, moments, model::showRowsOf));
  }

  private void showCard(@Nullable Node content) {
    if (content == null) {
      card.getChildren().clear();
    } else {
      card.getChildren().setAll(content);
    }
    card.setVisible(content != null);
  }

  private void showWork(String what) {
    waiting.setVisible(!what.isEmpty());
    if (!what.isEmpty()) {
      waiting.getChildren().setAll(new Waiting(what));
    }
  }
}
