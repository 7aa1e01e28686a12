package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.ui.errand.ErrandDialog;
import dev.touchstone.app.ui.keycredentials.KeyCredentialsViewModel.State;
import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.manage.DeleteKeyCredential.Deletion;
import dev.touchstone.key.manage.StoredCredential;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The tab "Credentials" of a key. */
public final class KeyCredentialsTab implements KeyTab {

  private final KeyCredentialsViewModel model;
  private final CredentialsPane listed;
  private final StackPane content = new StackPane();
  private final Veil veil = new Veil();

  public KeyCredentialsTab(KeyCredentialsViewModel model, Moments moments) {
    this.model = model;
    this.listed = new CredentialsPane(model, moments, veil);
    content.setId("key-credentials");
    content.setMinHeight(0);
    ErrandDialog.on(veil, "Credentials on the key", model.errand());
    model.stateProperty().subscribe(this::show);
    model.deletionProperty().subscribe(this::ask);
  }

  @Override
  public String title() {
    return "Credentials";
  }

  @Override
  public Node show(KeyDescription key) {
    model.show(key.key());
    return content;
  }

  @Override
  public Optional<Veil> veil() {
    return Optional.of(veil);
  }

  @Override
  public void leave() {
    model.leave();
  }

  private void show(State state) {
    content
        .getChildren()
        .setAll(
            switch (state) {
              case State.Nothing() -> new StackPane();
              case State.Looking() -> new Waiting("Looking at the key");
              case State.Unsupported(String why) -> unsupported(why);
              case State.Locked locked -> new LockedPane(locked, model);
              case State.Listed(var found) -> {
                listed.show(found);
                yield listed;
              }
              case State.Failed(var advice) -> new AdvicePanel(advice);
            });
  }

  private static Node unsupported(String why) {
    int end = why.indexOf(". ");
    return new EmptyState(
        MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE,
        end < 0 ? why : why.substring(0, end + 1),
        end < 0 ? "" : why.substring(end + 2));
  }

  private void ask(Optional<Deletion> deletion) {
    if (deletion.isEmpty()) {
      veil.hide();
      return;
    }
    StoredCredential it = deletion.get().credential();
    new Confirmation(
            "Delete this credential?",
            List.of(
                "%s cannot sign in at %s with this key any more."
                    .formatted(CredentialWords.user(it), CredentialWords.rp(it)),
                "It cannot be undone: the private key exists nowhere else.",
                "The relying party is not told, and keeps its own half."),
            "Delete credential",
            model::delete,
            model::keep)
        .ask(veil);
  }
}
