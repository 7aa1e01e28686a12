package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.ProtectionWords;
import dev.touchstone.key.manage.StoredCredential;
import java.util.HexFormat;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** One credential with everything that the key tells of it. */
final class KeyCredentialCard extends VBox {

  KeyCredentialCard(StoredCredential it, Runnable rename, Runnable delete) {
    getStyleClass().add("credential-card");
    setMinHeight(0);
    Label name = Texts.oneLine(CredentialWords.user(it), "section-title");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button change = new Button("Rename…", Icons.of(MaterialDesignP.PENCIL_OUTLINE));
    change.setId("rename-key-credential");
    change.setMinWidth(USE_PREF_SIZE);
    change.setOnAction(event -> rename.run());
    Button remove = new Button("Delete…", Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE));
    remove.setId("delete-key-credential");
    remove.getStyleClass().addAll("danger", "button-outlined");
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setOnAction(event -> delete.run());
    HBox head = new HBox(name, change, remove);
    head.getStyleClass().add("page-actions");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    VBox content = new VBox(badges(it), facts(it));
    content.getStyleClass().add("credential-content");
    Scroll scroll = new Scroll(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  private static FlowPane badges(StoredCredential it) {
    FlowPane badges = new FlowPane(new Badge(CredentialWords.algorithm(it), Tone.NEUTRAL));
    badges.getStyleClass().add("badges");
    if (it.largeBlobKey()) {
      badges.getChildren().add(new Badge("has a large-blob key", Tone.INFO));
    }
    if (it.thirdPartyPayment().orElse(false)) {
      badges.getChildren().add(new Badge("third-party payment", Tone.INFO));
    }
    return badges;
  }

  private static Facts facts(StoredCredential it) {
    Facts facts = new Facts();
    facts.add("Relying party", CredentialWords.rp(it));
    facts.add("User", it.user().name());
    facts.add("Display name", it.user().displayName());
    facts.add("Protection", ProtectionWords.of(it.protection()));
    facts.addCopyable("User id", it.user().id().base64Url());
    facts.addCopyable("Credential id", it.id().bytes().base64Url());
    facts.addCopyable("RP ID hash", HexFormat.of().formatHex(it.rp().idHash().toArray()));
    return facts;
  }
}
