package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Requests of people who lost everything: those that wait for a second operator first. */
final class RequestsPane extends VBox {

  private static final int SHOWN = 20;

  private final Moments moments;
  private final Optional<User> operator;
  private final Consumer<Listed> approve;
  private final Consumer<Listed> decline;

  RequestsPane(
      List<Listed> requests,
      Optional<User> operator,
      Moments moments,
      Consumer<Listed> approve,
      Consumer<Listed> decline) {
    this.moments = moments;
    this.operator = operator;
    this.approve = approve;
    this.decline = decline;
    setId("desk-requests");
    getStyleClass().add("form-column");
    getChildren().add(Texts.sectionTitle("Requests for new keys"));
    if (requests.isEmpty()) {
      getChildren().add(Texts.muted("Nobody lost everything so far."));
    }
    requests.stream()
        .sorted((a, b) -> Boolean.compare(waits(b), waits(a)))
        .limit(SHOWN)
        .forEach(it -> getChildren().add(card(it)));
  }

  private static boolean waits(Listed listed) {
    return listed.enrolment().state() == Enrolment.State.ASKED;
  }

  private Node card(Listed listed) {
    Enrolment it = listed.enrolment();
    Label name = Texts.sectionTitle(listed.user().displayName());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(name, new Badge(words(it.state()), tone(it.state())));
    head.getStyleClass().add("user-line");
    Facts facts =
        new Facts()
            .add("Account", listed.user().name())
            .add("Asked by", it.askedBy().name() + ", " + moments.both(it.asked()))
            .add("Because", it.reason());
    it.decided()
        .ifPresent(decision ->
            facts.add("Decided by", decision.by().name() + ", " + moments.both(decision.when())));
    Form card = new Form("", head, facts);
    if (waits(listed)) {
      facts.add("Waits until", moments.absolute(it.expires()));
      card.getChildren().add(decide(listed));
    } else if (it.canBeDeclined(moments.now())) {
      facts.add("Code good until", moments.absolute(it.expires()));
      card.getChildren().add(callBack(listed));
    }
    return card;
  }

  private Node decide(Listed listed) {
    boolean own =
        operator
            .filter(it -> it.handle().equals(listed.enrolment().askedBy().handle()))
            .isPresent();
    Button no = new Button(own ? "Take back" : "Decline");
    no.getStyleClass().add("desk-decline");
    no.setOnAction(event -> decline.accept(listed));
    HBox buttons = new HBox(no);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_LEFT);
    if (operator.isEmpty()) {
      no.setDisable(true);
      buttons.getChildren().add(Texts.muted("Sign in with your key to decide."));
    } else if (own) {
      buttons.getChildren().add(Texts.muted("Another operator has to approve it."));
    } else {
      Button yes = new Button("Approve");
      yes.getStyleClass().addAll("accent", "desk-approve");
      yes.setOnAction(event -> approve.accept(listed));
      buttons.getChildren().addFirst(yes);
    }
    return buttons;
  }

  private Node callBack(Listed listed) {
    Button back = new Button("Call the code back");
    back.getStyleClass().add("desk-call-back");
    back.setOnAction(event -> decline.accept(listed));
    back.setDisable(operator.isEmpty());
    String means =
        operator.isEmpty()
            ? "Sign in with your key to call it back."
            : "It makes no key then. The keys that were stopped stay so.";
    HBox buttons = new HBox(back, Texts.muted(means));
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private static String words(Enrolment.State state) {
    return switch (state) {
      case ASKED -> "waits";
      case APPROVED -> "approved";
      case DECLINED -> "declined";
      case WITHDRAWN -> "taken back";
      case USED -> "code typed";
      case REDEEMED -> "new key made";
    };
  }

  private static Tone tone(Enrolment.State state) {
    return switch (state) {
      case ASKED -> Tone.WARNING;
      case APPROVED, USED -> Tone.INFO;
      case REDEEMED -> Tone.GOOD;
      case DECLINED, WITHDRAWN -> Tone.NEUTRAL;
    };
  }
}
