package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.Credential;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** One credential with everything that is known of it; its label can be changed in place. */
public final class CredentialCard extends VBox {

  public CredentialCard(
      Credential credential,
      Moments moments,
      Consumer<String> rename,
      Runnable replace,
      Runnable delete) {
    getStyleClass().add("credential-card");
    setMinHeight(0);
    TextField label = new TextField(credential.label());
    label.setId("credential-label");
    label.setPromptText("Label");
    label.setAccessibleText("Label of this credential");
    Button save = new Button("Save");
    save.setId("save-label");
    save.disableProperty().bind(label.textProperty().isEqualTo(credential.label()));
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(event -> rename.accept(label.getText()));
    label.setOnAction(event -> rename.accept(label.getText()));
    HBox.setHgrow(label, Priority.ALWAYS);
    Button remove = new Button("Delete", Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE));
    remove.setId("delete-credential");
    remove.getStyleClass().addAll("danger", "button-outlined");
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setOnAction(event -> delete.run());
    Button exchange = new Button("Replace", Icons.of(MaterialDesignS.SWAP_HORIZONTAL));
    exchange.setId("replace-credential");
    exchange.setMinWidth(USE_PREF_SIZE);
    exchange.setOnAction(event -> replace.run());
    HBox head = new HBox(label, save);
    head.getStyleClass().add("page-actions");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);

    FlowPane badges = badges(credential);
    HBox.setHgrow(badges, Priority.ALWAYS);
    HBox deeds = new HBox(badges, exchange, remove);
    deeds.getStyleClass().add("page-actions");
    VBox content = new VBox(deeds, CredentialFacts.of(credential, moments));
    content.getStyleClass().add("credential-content");
    if (!credential.history().isEmpty()) {
      content
          .getChildren()
          .addAll(Texts.sectionTitle("Last uses"), new UseHistory(credential.history(), moments));
    }
    Scroll scroll = new Scroll(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  private static FlowPane badges(Credential credential) {
    FlowPane badges = new FlowPane();
    badges.getStyleClass().add("badges");
    if (credential.possibleClone()) {
      badges.getChildren().add(Badge.withIcon("possible clone", Tone.WARNING));
    }
    badges
        .getChildren()
        .addAll(
            new Badge(
                credential.trusted() ? "attestation trusted" : "attestation not trusted",
                credential.trusted() ? Tone.GOOD : Tone.NEUTRAL),
            new Badge(credential.algorithm(), Tone.NEUTRAL));
    if (credential.discoverable().orElse(false)) {
      badges.getChildren().add(new Badge("discoverable", Tone.NEUTRAL));
    }
    if (credential.backedUp()) {
      badges.getChildren().add(new Badge("backed up", Tone.INFO));
    }
    return badges;
  }
}
