package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.desk.CredentialDeeds.Proposal;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.CredentialTable;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.rp.account.Credential;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows what would become of a credential, and asks. */
final class CredentialQuestion {

  private final CredentialDeeds deeds;
  private final Veil veil;

  private CredentialQuestion(CredentialDeeds deeds, Veil veil) {
    this.deeds = deeds;
    this.veil = veil;
  }

  /** Asks on this veil from now on. */
  static void over(Veil veil, CredentialDeeds deeds) {
    CredentialQuestion asking = new CredentialQuestion(deeds, veil);
    deeds.proposalProperty().subscribe((before, now) -> asking.show(now));
  }

  private void show(Optional<Proposal> proposal) {
    if (proposal.isEmpty()) {
      veil.hide();
      return;
    }
    switch (proposal.get()) {
      case Proposal.Relabel(Credential credential) -> relabel(credential);
      case Proposal.Revoke(var preview) -> revoke(preview);
    }
  }

  private void revoke(DeleteCredential.Preview preview) {
    new Confirmation(
            "Revoke this credential?",
            List.of(
                "The credential '%s' of %s signs nobody in any more, and what its owner is signed in to ends."
                    .formatted(
                        CredentialTable.name(preview.credential()),
                        preview.credential().userName()),
                preview.lastOfUser()
                    ? "It is their only credential: they cannot sign in afterwards. For somebody"
                        + " who lost a key, 'This key is lost' registers another one."
                    : "They have other credentials to sign in with.",
                "The key keeps its own half; nothing on the key changes. You are named in the"
                    + " audit trail."),
            "Revoke",
            () -> deeds.confirm(""),
            deeds::keep)
        .ask(veil);
  }

  private void relabel(Credential credential) {
    StringProperty label = new SimpleStringProperty(credential.label());
    TextField field = Form.text("desk-new-label", "blue key", label);
    Label becomes = Texts.body("");
    becomes.setId("desk-becomes");
    becomes
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> becomes(credential.label(), label.get().strip()), label));
    Button go = new Button("Change the label");
    go.setId("desk-relabel-go");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> label.get().strip().equals(credential.label()), label));
    go.setOnAction(event -> deeds.confirm(label.get()));
    HBox buttons = new HBox(go);
    buttons.getStyleClass().add("page-actions");
    VBox content = new VBox(Form.field("Label", field, ""), becomes, buttons);
    content.getStyleClass().add("form-column");
    new Dialog(
            "relabel-dialog",
            "Another label for a key of %s".formatted(credential.userName()),
            deeds::keep,
            content)
        .open(veil);
    field.requestFocus();
  }

  private static String becomes(String before, String now) {
    if (now.equals(before)) {
      return "Nothing would change.";
    }
    String old = before.isEmpty() ? "The key without a label" : "'%s'".formatted(before);
    return now.isEmpty()
        ? "%s loses its label.".formatted(old)
        : "%s becomes '%s'.".formatted(old, now);
  }
}
