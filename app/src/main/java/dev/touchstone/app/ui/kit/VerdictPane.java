package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What the relying party decided about a ceremony: the banner, the warnings, and behind tabs the
 * steps, the attestation, the credential and the messages themselves.
 */
public final class VerdictPane extends VBox implements Landing {

  private final Verdict verdict;
  private final TabPane tabs = new TabPane();

  public VerdictPane(
      Verdict verdict, String optionsJson, String responseJson, Moments moments, Node... actions) {
    this.verdict = verdict;
    getStyleClass().add("verdict");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("verdict-tabs");
    tabs.setMinHeight(0);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    if (!fromElsewhere()) {
      tabs.getTabs().add(new Tab("Steps", steps()));
    }
    verdict
        .attestation()
        .ifPresent(report ->
            tabs.getTabs()
                .add(
                    new Tab(
                        "Attestation",
                        padded(AttestationPane.sentence(report), new AttestationPane(report)))));
    verdict
        .credential()
        .ifPresent(credential ->
            tabs.getTabs()
                .add(new Tab("Credential", padded(CredentialFacts.of(credential, moments)))));
    tabs.getTabs().add(new Tab("Messages", messages(optionsJson, responseJson)));
    getChildren().add(banner(actions));
    if (verdict.disagrees()) {
      getChildren()
          .add(
              new Panel(
                  Tone.BAD,
                  "The steps and the library came to different ends. This is a defect of"
                      + " Touchstone; please report it with both messages."));
    }
    verdict.warnings().forEach(text -> getChildren().add(new Panel(Tone.WARNING, text)));
    getChildren().add(tabs);
  }

  @Override
  public void land() {
    tabs.requestFocus();
  }

  private HBox banner(Node... actions) {
    Tone tone = verdict.accepted() ? Tone.GOOD : Tone.BAD;
    StackPane disc = new StackPane(Icons.of(tone.icon()));
    disc.getStyleClass().add("banner-disc");
    disc.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = Texts.pageTitle(verdict.accepted() ? "Accepted" : "Refused");
    title.setId("verdict-title");
    VBox words = new VBox(title, Texts.body(sentence()), decision());
    words.getStyleClass().add("banner-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox buttons = new HBox(actions);
    buttons.getStyleClass().add("page-actions");
    buttons.setMinWidth(USE_PREF_SIZE);
    HBox banner = new HBox(disc, words, buttons);
    banner.getStyleClass().addAll("banner", tone.styleClass());
    banner.setMinHeight(USE_PREF_SIZE);
    return banner;
  }

  /** A server tells its verdict, and no step of it. */
  private boolean fromElsewhere() {
    return verdict.steps().isEmpty();
  }

  private String sentence() {
    if (fromElsewhere()) {
      return verdict.library().words();
    }
    if (verdict.accepted()) {
      String user = verdict.credential().map(credential -> credential.userName()).orElse("");
      return switch (verdict.kind()) {
        case REGISTRATION ->
            "The credential is stored" + (user.isEmpty() ? "." : " for " + user + ".");
        case AUTHENTICATION -> user.isEmpty() ? "Signed in." : user + " is signed in.";
      };
    }
    return verdict.failedSteps().stream()
        .findFirst()
        .map(step -> "Step " + step.number() + " failed: " + step.explanation())
        .orElse("No step failed, and yet the library refused.");
  }

  private VBox decision() {
    Verdict.LibraryDecision library = verdict.library();
    if (fromElsewhere()) {
      return new VBox(
          Texts.caption("The server decided; the steps by which it came there are its own."));
    }
    HBox line =
        new HBox(
            Texts.caption("webauthn-server-core decided"),
            Badge.withIcon(
                library.accepted() ? "accepted" : "refused",
                library.accepted() ? Tone.GOOD : Tone.BAD));
    line.getStyleClass().add("decision");
    line.setAlignment(Pos.CENTER_LEFT);
    VBox decision = new VBox(line);
    if (!library.words().isEmpty()) {
      decision.getChildren().add(Texts.caption("“" + library.words() + "”"));
    }
    return decision;
  }

  private VBox steps() {
    StepList list = new StepList(verdict.steps());
    CheckBox all = new CheckBox("Show steps that do not apply");
    all.setSelected(true);
    all.selectedProperty().subscribe(list::showNotApplicable);
    Label clause =
        Texts.caption(
            "WebAuthn Level 3 "
                + (verdict.kind() == CeremonyKind.REGISTRATION ? "§7.1" : "§7.2")
                + "  ·  "
                + counts());
    clause.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(clause, Priority.ALWAYS);
    HBox head = new HBox(clause, all);
    head.getStyleClass().add("steps-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    Scroll scroll = new Scroll(list);
    list.firstFailed().ifPresent(scroll::reveal);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(head, scroll);
  }

  private String counts() {
    return "%d passed, %d failed, %d not applicable"
        .formatted(
            count(Step.Outcome.PASSED),
            count(Step.Outcome.FAILED),
            count(Step.Outcome.NOT_APPLICABLE));
  }

  private long count(Step.Outcome outcome) {
    return verdict.steps().stream().filter(step -> step.outcome() == outcome).count();
  }

  private static Scroll padded(Node... content) {
    VBox box = new VBox(content);
    box.getStyleClass().add("tab-body");
    return new Scroll(box);
  }

  private static HBox messages(String optionsJson, String responseJson) {
    JsonText options = new JsonText("Options", optionsJson);
    JsonText response = new JsonText("Response", responseJson);
    HBox.setHgrow(options, Priority.ALWAYS);
    HBox.setHgrow(response, Priority.ALWAYS);
    HBox both = new HBox(options, response);
    both.getStyleClass().addAll("tab-body", "messages");
    return both;
  }
}
