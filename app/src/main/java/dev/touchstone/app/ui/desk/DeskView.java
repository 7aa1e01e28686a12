package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.ceremony.CeremonyView;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.desk.person.Overview;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/**
 * People on the left, the chosen one or the requests on the right. A key that is being replaced, or
 * an operator who signs in, takes the place of both; a console that is locked shows nothing else.
 */
public final class DeskView extends StackPane implements Landing {

  private final DeskViewModel model;
  private final LostKeyViewModel lostKey;
  private final OperatorViewModel operator;
  private final ObservableList<KeyDevice> keys;
  private final Moments moments;
  private final FileChoice files;
  private final Button who = new Button();
  private final Button requests =
      new Button("Requests", Icons.of(MaterialDesignC.CLIPBOARD_CHECK_OUTLINE));
  private final Page page = new Page("Help desk", "For people who lost a key.", requests, who);
  private final HitList hits;
  private final VBox right = new VBox();
  private final HBox both;
  private final CeremonyView replacing;
  private final CeremonyView signingIn;
  private final Veil veil = new Veil();

  public DeskView(
      DeskViewModel model,
      LostKeyViewModel lostKey,
      OperatorViewModel operator,
      ObservableList<KeyDevice> keys,
      Moments moments,
      FileChoice files) {
    this.model = model;
    this.lostKey = lostKey;
    this.operator = operator;
    this.keys = keys;
    this.moments = moments;
    this.files = files;
    hits = new HitList(model);
    replacing = new CeremonyView(lostKey.ceremony(), moments, lostKey::replace);
    signingIn = new CeremonyView(operator.ceremony(), moments, () -> operator.start(""));
    right.getStyleClass().add("accounts-right");
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    both = new HBox(hits, right);
    both.getStyleClass().add("side-by-side");
    who.setId("desk-operator");
    requests.setId("desk-show-requests");
    requests.setOnAction(event -> model.leavePerson());
    getChildren().addAll(page, veil);
    CredentialQuestion.over(veil, model.credentials());
    model.operatorProperty().subscribe(this::showOperator);
    model.personProperty().subscribe(person -> showAll());
    model.failureProperty().subscribe(failure -> showAll());
    model.newsProperty().subscribe(news -> showAll());
    model.approvedProperty().subscribe(approved -> showAll());
    model
        .lockedProperty()
        .subscribe(locked -> {
          requests.setVisible(!locked);
          showAll();
        });
    model.requests().addListener((ListChangeListener<Listed>) change -> showAll());
    lostKey.stateProperty().subscribe(state -> showAll());
    lostKey.failureProperty().subscribe(failure -> showAll());
    lostKey.newsProperty().subscribe(news -> showAll());
    lostKey.ceremony().phaseProperty().subscribe((before, now) -> phase(now, lostKey::finish));
    operator.ceremony().phaseProperty().subscribe((before, now) -> phase(now, operator::finish));
  }

  @Override
  public void land() {
    model.refresh();
    hits.land();
  }

  private void phase(Phase now, Runnable finish) {
    if (now instanceof Phase.Idle) {
      finish.run();
    }
    showAll();
  }

  private void showOperator(Optional<User> signedIn) {
    who.setText(signedIn.map(it -> "Sign out " + it.name()).orElse("Operator sign-in"));
    who.setGraphic(
        Icons.of(
            signedIn.isPresent()
                ? MaterialDesignL.LOGOUT_VARIANT
                : MaterialDesignA.ACCOUNT_KEY_OUTLINE));
    who.setOnAction(event -> {
      if (signedIn.isPresent()) {
        model.signOut();
      } else {
        operator.start("");
      }
    });
    showAll();
  }

  private void showAll() {
    if (!(operator.ceremony().phaseProperty().get() instanceof Phase.Idle)) {
      page.show(signingIn);
    } else if (model.lockedProperty().get()) {
      page.show(locked());
    } else if (!(lostKey.ceremony().phaseProperty().get() instanceof Phase.Idle)) {
      page.show(replacing);
    } else if (lostKey.stateProperty().get().isPresent()) {
      page.show(new LostKeyForm(lostKey, lostKey.stateProperty().get().get(), keys));
    } else {
      VBox content = content();
      VBox.setVgrow(content, Priority.ALWAYS);
      right.getChildren().setAll(content);
      page.show(both);
    }
  }

  private Node locked() {
    Button go = new Button("Sign in with a key", Icons.of(MaterialDesignA.ACCOUNT_KEY_OUTLINE));
    go.setId("desk-unlock");
    go.getStyleClass().addAll("accent", "large");
    go.setOnAction(event -> operator.start(""));
    return new EmptyState(
        MaterialDesignL.LOCK_OUTLINE,
        "Operators sign in here",
        "The settings of this console demand it. Use a key of an account with the role support,"
            + " auditor or admin.",
        go);
  }

  private VBox content() {
    VBox column = new VBox();
    column.getStyleClass().add("form-column");
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> column.getChildren().add(new AdvicePanel(advice)));
    String news = model.newsProperty().get();
    if (!news.isEmpty()) {
      column.getChildren().add(new Panel(Tone.GOOD, news));
    }
    model.approvedProperty().get().ifPresent(it -> column.getChildren().add(code(it)));
    column
        .getChildren()
        .add(model.personProperty().get().<Node>map(this::person).orElseGet(this::requests));
    Scroll scroll = Scroll.column(column, 860);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(scroll);
  }

  private Node person(Overview overview) {
    return new PersonPane(
        overview,
        moments,
        new PersonPane.Deeds(
            () -> print(overview),
            () -> ask(overview),
            lostKey::begin,
            model.credentials()::askToRelabel,
            model.credentials()::askToRevoke));
  }

  private void print(Overview overview) {
    files
        .chooseToSave(getScene().getWindow(), overview.facts().user().name() + ".html")
        .ifPresent(model::print);
  }

  private void ask(Overview overview) {
    ReasonDialog.open(
        veil, overview, reason -> model.askForEnrolment(reason, veil::hide), veil::hide);
  }

  private Node requests() {
    return new RequestsPane(
        model.requests(), model.operatorProperty().get(), moments, this::approve, this::decline);
  }

  private void approve(Listed listed) {
    new Confirmation(
            "Approve a new key for %s?".formatted(listed.user().displayName()),
            List.of(
                "%s asked: %s"
                    .formatted(listed.enrolment().askedBy().name(), listed.enrolment().reason()),
                "None of their keys signs them in from now on, and you get a one-time code for"
                    + " them. You are named in the audit trail."),
            "Approve",
            () -> {
              veil.hide();
              model.approve(listed);
            },
            veil::hide)
        .otherwise("Not now")
        .ask(veil);
  }

  private void decline(Listed listed) {
    if (listed.enrolment().state() == Enrolment.State.ASKED) {
      model.decline(listed);
      return;
    }
    new Confirmation(
            "Call the code for %s back?".formatted(listed.user().displayName()),
            List.of(
                "It makes no key any more, also where it was typed already. The keys that were"
                    + " stopped stay so: for a new code somebody asks again."),
            "Call it back",
            () -> {
              veil.hide();
              model.decline(listed);
            },
            veil::hide)
        .ask(veil);
  }

  private Node code(Approved approved) {
    Node code = Texts.mono(approved.code());
    code.setId("desk-given-code");
    Button done = new Button("I handed it over");
    done.setId("desk-code-done");
    done.setOnAction(event -> model.dismissCode());
    return new Panel(
        Tone.INFO,
        "One-time code for %s, shown this once".formatted(approved.listed().user().displayName()),
        code,
        Texts.body(
            "Good until %s for one key: on the server's page, or with 'touchstone desk redeem'."
                .formatted(moments.absolute(approved.listed().enrolment().expires()))),
        done);
  }
}
