package dev.touchstone.app.ui.keysettings;

import dev.touchstone.app.ui.errand.ErrandDialog;
import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.keysettings.KeySettingsViewModel.Question;
import dev.touchstone.app.ui.keysettings.KeySettingsViewModel.Shown;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.manage.setting.EnableEnterpriseAttestation;
import dev.touchstone.key.manage.setting.EnableLongTouchForReset;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SetAlwaysUv;
import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A card for each setting: how it is, whether it can be changed, and a button that does. */
public final class KeySettingsTab implements KeyTab {

  private final KeySettingsViewModel model;
  private final VBox column = new VBox();
  private final Node cards = Scroll.column(column, 760);
  private final StackPane content = new StackPane();
  private final Veil veil = new Veil();

  public KeySettingsTab(KeySettingsViewModel model) {
    this.model = model;
    column.getStyleClass().add("key-detail");
    content.setMinHeight(0);
    ErrandDialog.on(veil, "Settings of the key", model.errand());
    model.shownProperty().subscribe(this::show);
    model.questionProperty().subscribe(this::ask);
  }

  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public Node show(KeyDescription description) {
    model.show(description.key(), new KeySettings(description.info()));
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

  private void show(Optional<Shown> shown) {
    if (shown.isEmpty()) {
      content.getChildren().clear();
      return;
    }
    KeySettings settings = shown.get().settings();
    if (settings.isFixed()) {
      content.getChildren().setAll(nothingToSet(settings));
      return;
    }
    String focused = focused();
    column.getChildren().setAll(cards(settings));
    content.getChildren().setAll(cards);
    Node again = focused.isEmpty() ? null : column.lookup("#" + focused);
    if (again != null) {
      Focus.on(again);
    }
  }

  /** What has the focus among the cards, which are made anew after a change. */
  private String focused() {
    Scene scene = column.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    return owner == null || owner.getId() == null || column.lookup("#" + owner.getId()) == null
        ? ""
        : owner.getId();
  }

  private static Node nothingToSet(KeySettings settings) {
    String why =
        settings.alwaysUv() instanceof SettingPreview.Impossible not
            ? not.why()
            : "This key has no settings that can be changed.";
    return new EmptyState(MaterialDesignC.COG_OFF_OUTLINE, "Nothing to set", why);
  }

  private List<Node> cards(KeySettings settings) {
    boolean on = settings.info().options().alwaysUserVerification();
    return List.of(
        card(
            "always-uv",
            settings.alwaysUv(),
            "PIN or finger on every use, also where a website wants no more than a touch.",
            button(new SetAlwaysUv(!on), on ? "Switch off…" : "Switch on…")),
        card(
            "min-pin-length",
            settings.minimumPinLength(),
            "How long a new PIN has to be, in characters.",
            new PinRulesForm(settings, model::ask)),
        card(
            "force-pin-change",
            settings.forcedChangeOfPin(),
            "For keys that are handed out with a PIN that somebody else knows.",
            button(SetPinRules.changeOfPin(), "Require…")),
        card(
            "pin-complexity",
            settings.pinComplexity(),
            "The key itself decides which PINs are too easy to guess.",
            button(new SetPinRules(OptionalInt.empty(), List.of(), false, true), "Switch on…")),
        card(
            "enterprise-attestation",
            settings.enterpriseAttestation(),
            "The key may tell certain relying parties which key it is.",
            button(new EnableEnterpriseAttestation(), "Switch on…")),
        card(
            "long-touch-reset",
            settings.longTouchForReset(),
            "Nobody resets the key by chance.",
            button(new EnableLongTouchForReset(), "Switch on…")));
  }

  private Button button(SettingChange change, String words) {
    Button button = new Button(words);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(event -> model.ask(change));
    return button;
  }

  private static Node card(String id, SettingPreview preview, String about, Node control) {
    Label title = Texts.sectionTitle(preview.name());
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title, state(preview));
    head.getStyleClass().add("setting-head");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(head, Texts.muted(about));
    card.setId("setting-" + id);
    card.getStyleClass().addAll("card", "form");
    switch (preview) {
      case SettingPreview.Change change -> {
        card.getChildren().add(Texts.caption(change.undo().sentence()));
        control.setId("change-" + id);
        card.getChildren().add(control);
      }
      case SettingPreview.AlreadySo _ ->
          card.getChildren().add(Texts.caption("Only a reset takes it back."));
      case SettingPreview.Impossible not ->
          card.getChildren().add(Texts.caption((not.why() + " " + not.next()).strip()));
    }
    return card;
  }

  private static Badge state(SettingPreview preview) {
    return switch (preview) {
      case SettingPreview.Change change -> new Badge(change.now(), Tone.NEUTRAL);
      case SettingPreview.AlreadySo so -> new Badge(so.now(), Tone.GOOD);
      case SettingPreview.Impossible not ->
          new Badge(not.now().isEmpty() ? "not there" : not.now(), Tone.NEUTRAL);
    };
  }

  private void ask(Optional<Question> asked) {
    if (asked.isEmpty()) {
      veil.hide();
      return;
    }
    Question question = asked.get();
    String title = title(question.preview());
    List<String> sentences = sentences(question);
    if (question.preview() instanceof SettingPreview.Change) {
      new Confirmation(title, sentences, "Change", model::confirm, model::decline).ask(veil);
      return;
    }
    VBox told = new VBox(8);
    told.getStyleClass().add("dialog-body");
    sentences.forEach(it -> told.getChildren().add(Texts.body(it)));
    new Dialog("nothing-to-change", title, model::decline, told).open(veil);
  }

  private static String title(SettingPreview preview) {
    return switch (preview) {
      case SettingPreview.Change change -> "%s?".formatted(change.name());
      case SettingPreview.AlreadySo so -> so.name();
      case SettingPreview.Impossible not -> not.name();
    };
  }

  private static List<String> sentences(Question question) {
    List<String> sentences = new ArrayList<>();
    switch (question.preview()) {
      case SettingPreview.Change change -> {
        sentences.add(
            "%s: %s now, %s then.".formatted(question.key().title(), change.now(), change.then()));
        sentences.addAll(change.consequences());
        sentences.add(change.undo().sentence());
      }
      case SettingPreview.AlreadySo so ->
          sentences.add("It is so already: %s.".formatted(so.now()));
      case SettingPreview.Impossible not -> sentences.add((not.why() + " " + not.next()).strip());
    }
    return sentences;
  }
}
