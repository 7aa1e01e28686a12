package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.audit.AuditDeeds.Proposal;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.admin.AuditRetention.Removal;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Removes old rows: how old, what would go, and then only if the person says so. */
final class RetentionDialog extends VBox {

  private final AuditDeeds deeds;
  private final Moments moments;
  private final VBox outcome = new VBox();
  private final Button remove = new Button("Remove them");

  RetentionDialog(AuditDeeds deeds, Moments moments, Runnable close) {
    this.deeds = deeds;
    this.moments = moments;
    getStyleClass().add("dialog-body");
    outcome.getStyleClass().add("advice-words");
    outcome.setId("retention-outcome");
    Button see = new Button("See what would go");
    see.setId("retention-preview");
    see.setOnAction(event -> deeds.propose());
    remove.setId("retention-remove");
    remove.getStyleClass().add("danger");
    remove.setOnAction(event -> {
      close.run();
      deeds.remove();
    });
    HBox buttons = new HBox(see, remove);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            Texts.muted(
                "The rows are gone for good; export them first if you may want them. A signed"
                    + " checkpoint stays in their place, and a row that tells who removed how"
                    + " many."),
            Form.field(
                "Older than so many days",
                Form.text("retention-age", "400", deeds.ageProperty()),
                ""),
            outcome,
            buttons);
    deeds.proposalProperty().subscribe(it -> show());
    deeds.refusalProperty().subscribe(it -> show());
  }

  private void show() {
    Optional<Proposal> proposal = deeds.proposalProperty().get();
    outcome.getChildren().clear();
    deeds
        .refusalProperty()
        .get()
        .ifPresent(advice -> outcome.getChildren().add(new AdvicePanel(advice)));
    proposal.ifPresent(this::tell);
    remove.setDisable(proposal.map(it -> it.rows() == 0).orElse(true));
  }

  private void tell(Proposal proposal) {
    if (proposal.rows() == 0) {
      outcome
          .getChildren()
          .add(
              Texts.body(
                  "No row is from before %s.".formatted(moments.absolute(proposal.before()))));
      return;
    }
    for (Removal it : proposal.removals()) {
      outcome
          .getChildren()
          .add(
              Texts.body(
                  "%,d row%s of the chain '%s' would go, all up to row %,d."
                      .formatted(it.rows(), it.rows() == 1 ? "" : "s", it.writer(), it.upTo())));
    }
  }
}
