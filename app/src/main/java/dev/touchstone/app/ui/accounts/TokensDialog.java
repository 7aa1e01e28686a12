package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** API tokens and sessions of a user, each with what takes it back; the question comes first. */
final class TokensDialog extends VBox {

  private final TokensViewModel model;
  private final Moments moments;
  private final VBox told = new VBox();
  private final VBox list = new VBox();
  private final Scroll scroll;
  private final Button all = new Button("End all sessions");

  TokensDialog(TokensViewModel model, Moments moments) {
    this.model = model;
    this.moments = moments;
    getStyleClass().add("dialog-body");
    list.getStyleClass().add("form-column");
    list.setId("tokens-of-user");
    scroll = new Scroll(list);
    scroll.setMinHeight(120);
    scroll.setMaxHeight(420);
    told.managedProperty().bind(told.visibleProperty());
    all.setId("end-all");
    all.setOnAction(event -> model.askToEndAll());
    HBox buttons = new HBox(all);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(told, scroll, buttons);
    model.tokens().addListener((ListChangeListener<Owned<ApiToken>>) change -> show());
    model.sessions().addListener((ListChangeListener<Owned<Session>>) change -> show());
    model.questionProperty().subscribe(question -> tell());
    model.failureProperty().subscribe(failure -> tell());
    show();
  }

  private void tell() {
    told.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> told.getChildren().add(new AdvicePanel(advice)));
    Optional<TokensViewModel.Question> question = model.questionProperty().get();
    question.ifPresent(it -> told.getChildren().add(asked(it)));
    told.setVisible(!told.getChildren().isEmpty());
    list.setDisable(question.isPresent());
    all.setDisable(question.isPresent());
  }

  private Node asked(TokensViewModel.Question question) {
    Button keep = new Button("Keep");
    keep.setId("keep-token");
    keep.setOnAction(event -> model.keep());
    Button go = new Button(question.word());
    go.setId("confirm-token");
    go.getStyleClass().add("danger");
    go.setOnAction(event -> model.confirm());
    HBox buttons = new HBox(keep, go);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return new Panel(Tone.WARNING, question.title(), Texts.body(question.loss()), buttons);
  }

  private void show() {
    list.getChildren().setAll(Texts.sectionTitle("API tokens"));
    if (model.tokens().isEmpty()) {
      list.getChildren().add(Texts.muted("No API token was made for this user."));
    }
    model.tokens().forEach(it -> list.getChildren().add(token(it)));
    list.getChildren().add(Texts.sectionTitle("Sessions"));
    if (model.sessions().isEmpty()) {
      list.getChildren().add(Texts.muted("No session is open."));
    }
    model.sessions().forEach(it -> list.getChildren().add(session(it)));
    int rows = model.tokens().size() + model.sessions().size();
    scroll.setPrefViewportHeight(Math.min(120 + 80 * rows, 420));
  }

  private Node token(Owned<ApiToken> owned) {
    ApiToken token = owned.it();
    Badge state =
        token.revoked().isPresent()
            ? new Badge("revoked", Tone.NEUTRAL)
            : owned.active() ? new Badge("good", Tone.GOOD) : new Badge("expired", Tone.NEUTRAL);
    String used =
        token
            .lastUsed()
            .map(it -> "last used %s from %s".formatted(moments.relative(it), token.address()))
            .orElse("never used");
    Button revoke = new Button("Revoke");
    revoke.setId("revoke-" + token.id());
    revoke.setAccessibleText("Revoke " + token.name());
    revoke.setOnAction(event -> model.askToRevoke(token));
    return row(
        revoke,
        owned.active(),
        line(token.name(), state),
        Texts.oneLine(Scope.words(token.scopes()) + " · for " + token.audience(), "caption"),
        Texts.oneLine(
            "Until %s · %s".formatted(moments.absolute(token.expires()), used), "caption"),
        Texts.oneLine("Id " + token.id(), "caption"));
  }

  private Node session(Owned<Session> owned) {
    Session session = owned.it();
    Badge state =
        session.ended().isPresent()
            ? Badge.withIcon("ended", Tone.WARNING)
            : owned.active() ? new Badge("goes on", Tone.GOOD) : new Badge("over", Tone.NEUTRAL);
    Button end = new Button("End");
    end.setId("end-" + session.id());
    end.setAccessibleText("End the session from " + session.address());
    end.setOnAction(event -> model.askToEnd(session));
    String from = session.address().isEmpty() ? "this computer" : session.address();
    String how = String.join(" ", session.proof().methods()).toLowerCase(Locale.ROOT);
    return row(
        end,
        owned.active(),
        line(from, state),
        Texts.oneLine(
            "Signed in %s (%s)".formatted(moments.absolute(session.proof().at()), how), "caption"),
        Texts.oneLine(refreshed(session.number()), "caption"),
        Texts.oneLine(
            session.ended().isPresent()
                ? "Ended because " + session.why()
                : "Last used %s · until %s"
                    .formatted(
                        moments.relative(session.used()), moments.absolute(session.expires())),
            "caption"),
        Texts.oneLine("Id " + session.id(), "caption"));
  }

  private static String refreshed(long times) {
    return times == 0
        ? "Never refreshed"
        : times == 1 ? "Refreshed once" : "Refreshed %,d times".formatted(times);
  }

  private static HBox line(String name, Badge state) {
    Label text = Texts.oneLine(name);
    text.setMinWidth(0);
    HBox line = new HBox(text, state);
    line.setSpacing(8);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Node row(Button button, boolean active, Node... words) {
    VBox column = new VBox(words);
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox row = new HBox(column);
    row.setSpacing(8);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(USE_PREF_SIZE);
    if (active) {
      button.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    return row;
  }
}
