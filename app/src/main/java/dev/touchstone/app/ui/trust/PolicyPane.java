package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The rules as a form. What they would change is shown before they hold. */
final class PolicyPane extends VBox {

  PolicyPane(TrustViewModel model) {
    getStyleClass().add("tab-body");
    PolicyDraft draft = model.draft();
    Button preview = new Button("See what would change");
    preview.setId("propose-policy");
    preview.getStyleClass().add("accent");
    preview.setOnAction(event -> model.propose());
    getChildren()
        .add(
            new Form(
                "Which authenticators are taken",
                Form.check("policy-trust", "Only proven models", draft.trustRequiredProperty()),
                Form.row(
                    Form.field(
                        "Least certification by FIDO",
                        Form.choice(
                            "policy-minimum", PolicyDraft.levels(), draft.minimumProperty()),
                        ""),
                    Form.field(
                        "Enterprise attestation",
                        Form.choice(
                            "policy-enterprise",
                            PolicyDraft.enterpriseWords(),
                            draft.enterpriseProperty()),
                        "")),
                Form.field(
                    "Only these models",
                    Form.text("policy-allowed", "All", draft.allowedProperty()),
                    "AAGUIDs, with commas between."),
                Form.field(
                    "Not these models",
                    Form.text("policy-denied", "None", draft.deniedProperty()),
                    "AAGUIDs, proven or claimed."),
                Form.field(
                    "No model that is reported as",
                    Form.longText(
                        "policy-statuses", "Nothing is refused", draft.statusesProperty()),
                    "Words of the metadata's status reports."),
                Form.flow(
                    preview,
                    Texts.muted("Stored credentials are examined anew; they still sign in."))));
  }
}
