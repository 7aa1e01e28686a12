package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.admin.transfer.ImportReport;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What would become of each row of a file, and the button that stores them. */
final class ImportDialog extends VBox {

  /** A person mends a file by the first mistakes, and looks again. */
  private static final int SHOWN = 100;

  private final ImportViewModel model;
  private final VBox words = new VBox();
  private final Button store = new Button();

  ImportDialog(ImportViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("dialog-body");
    words.getStyleClass().add("advice-words");
    words.setId("import-words");
    Scroll scroll = new Scroll(words);
    scroll.setMinHeight(120);
    scroll.setPrefViewportHeight(200);
    scroll.setMaxHeight(260);
    Button leave = new Button("Leave it");
    leave.setId("import-leave");
    leave.setOnAction(event -> close.run());
    store.setId("import-store");
    store.getStyleClass().add("accent");
    store.setOnAction(event -> model.store(close));
    HBox buttons = new HBox(leave, store);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    Node skip =
        Form.check("import-skip-bad", "Take the rows that are good", model.skipBadProperty());
    skip.managedProperty().bind(skip.visibleProperty());
    getChildren().addAll(scroll, skip, buttons);
    model
        .previewProperty()
        .subscribe(
            report -> skip.setVisible(report.filter(it -> it.problemsInAll() > 0).isPresent()));
    model.previewProperty().subscribe(report -> show());
    model.failureProperty().subscribe(failure -> show());
    model.skipBadProperty().subscribe(skipped -> show());
  }

  private void show() {
    words.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> words.getChildren().add(new AdvicePanel(advice)));
    model.previewProperty().get().ifPresent(this::tell);
    store.setDisable(!model.possible());
    store.setText(
        model
            .previewProperty()
            .get()
            .map(it -> "Make " + ImportViewModel.users(it.good()))
            .orElse("Make users"));
  }

  private void tell(ImportReport report) {
    words
        .getChildren()
        .add(
            Texts.body(
                "%s would be made from %,d row%s; %,d cannot be taken."
                    .formatted(
                        ImportViewModel.users(report.good()),
                        report.rows(),
                        report.rows() == 1 ? "" : "s",
                        report.problemsInAll())));
    report.problems().stream()
        .limit(SHOWN)
        .map(it ->
            Texts.caption(
                "Line %,d%s: %s"
                    .formatted(
                        it.line(),
                        it.name().isEmpty() ? "" : " (" + it.name() + ")",
                        String.join(" ", it.sentences()))))
        .forEach(words.getChildren()::add);
    if (report.problemsInAll() > SHOWN) {
      words
          .getChildren()
          .add(Texts.caption("and %,d more".formatted(report.problemsInAll() - SHOWN)));
    }
  }
}
