package dev.touchstone.app.ui.keycredentials;

import atlantafx.base.controls.CustomTextField;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.usecase.CredentialsOnKey.WithoutPin;
import dev.touchstone.key.manage.StoredCredential;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The list, and the chosen credential below it. */
final class CredentialsPane extends VBox {

  private static final String INVISIBLE =
      "Credentials that are not discoverable cannot be listed by anybody: they take no slot on the"
          + " key and live in their relying party's database.";

  private final KeyCredentialsViewModel model;
  private final Moments moments;
  private final Veil veil;
  private final KeyCredentialTable table;
  private final Label done = Texts.caption("");
  private final VBox below = new VBox();

  CredentialsPane(KeyCredentialsViewModel model, Moments moments, Veil veil) {
    this.model = model;
    this.moments = moments;
    this.veil = veil;
    this.table = new KeyCredentialTable(model.credentials());
    getStyleClass().add("accounts-right");
    setMinHeight(0);
    VBox.setVgrow(table, Priority.ALWAYS);
    done.setId("key-credentials-done");
    done.textProperty().bind(model.doneProperty());
    done.managedProperty().bind(done.textProperty().isNotEmpty());
    done.visibleProperty().bind(done.managedProperty());
    below.setMinHeight(USE_PREF_SIZE);
    table.getSelectionModel().selectedItemProperty().subscribe(this::showChosen);
  }

  void show(CredentialsOnKey shown) {
    getChildren().setAll(bar(shown), done);
    warning(shown).ifPresent(words -> getChildren().add(new Panel(Tone.WARNING, words)));
    if (shown.content().credentials().isEmpty()) {
      getChildren()
          .add(
              new EmptyState(
                  MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE,
                  "No discoverable credential is on this key",
                  INVISIBLE));
    } else {
      getChildren().addAll(table, below);
    }
  }

  /** The search above stays as it is: a person may be typing there. */
  private void showChosen(@Nullable StoredCredential chosen) {
    below
        .getChildren()
        .setAll(
            chosen == null
                ? Texts.caption(INVISIBLE)
                : new KeyCredentialCard(
                    chosen,
                    () ->
                        RenameForm.ask(
                            veil,
                            chosen,
                            (name, displayName) -> model.rename(chosen, name, displayName)),
                    () -> model.askToDelete(chosen)));
  }

  private HBox bar(CredentialsOnKey shown) {
    FlowPane badges =
        new FlowPane(
            new Badge(
                CredentialWords.room(shown.content().slots()),
                shown.content().slots().remaining().orElse(1) == 0 ? Tone.WARNING : Tone.NEUTRAL));
    badges.getStyleClass().add("badges");
    badges.setId("key-credential-slots");
    badges.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(badges, Priority.ALWAYS);
    shown.withoutPin().ifPresent(right -> badges.getChildren().add(Texts.caption(words(right))));
    HBox bar = new HBox(badges, search());
    bar.getStyleClass().add("page-actions");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(Region.USE_PREF_SIZE);
    if (shown.withoutPin().isPresent()) {
      Button forget = new Button("Forget");
      forget.setId("forget-key");
      forget.setMinWidth(USE_PREF_SIZE);
      forget.setTooltip(new Tooltip("Ask for the PIN again from now on"));
      forget.setOnAction(event -> model.forget());
      bar.getChildren().add(forget);
    }
    Button refresh = new Button("", Icons.of(MaterialDesignR.REFRESH));
    refresh.setId("refresh-key-credentials");
    refresh.setAccessibleText("Read again");
    refresh.setTooltip(new Tooltip("Read again"));
    refresh.setOnAction(event -> model.refresh());
    bar.getChildren().add(refresh);
    return bar;
  }

  private CustomTextField search() {
    CustomTextField search = new CustomTextField();
    search.setId("search-key-credentials");
    search.setPromptText("Search");
    search.setAccessibleText("Search the credentials on the key");
    search.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
    search.setPrefWidth(180);
    search.textProperty().bindBidirectional(model.searchProperty());
    return search;
  }

  private static Optional<String> warning(CredentialsOnKey shown) {
    if (shown.content().isIncomplete()) {
      return Optional.of(
          "The key counts %d credentials, but listed %d."
              .formatted(
                  shown.content().slots().existing().orElse(0),
                  shown.content().credentials().size()));
    }
    return Optional.of(shown.note()).filter(note -> !note.isEmpty());
  }

  private String words(WithoutPin right) {
    String since = "Listed without the PIN, as allowed " + moments.relative(right.since());
    return right
        .changed()
        .map(changed ->
            since
                + (changed ? " · something changed since " : " · nothing changed since ")
                + moments.relative(right.lastLook()))
        .orElse(since);
  }
}
