package dev.touchstone.app.ui.requests;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.ceremony.CeremonyView;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Who signs in where for a token, then the ceremony in its place. */
final class MintPane extends StackPane {

  private final MintViewModel model;
  private final ObservableList<KeyDevice> keys;
  private final CeremonyView ceremony;
  private final TextField user;
  private final Node form;

  MintPane(MintViewModel model, ObservableList<KeyDevice> keys, Moments moments) {
    this.model = model;
    this.keys = keys;
    this.ceremony = new CeremonyView(model.ceremony(), moments, model::start);
    this.user = Form.text("mint-user", "ada@example.org", model.userProperty());
    this.form = form();
    setId("mint");
    model.ceremony().phaseProperty().subscribe(phase -> show());
    model.servers().addListener((ListChangeListener<RemoteServer>) change -> show());
    show();
  }

  /** Brings the cursor to where a person begins. */
  void land() {
    user.requestFocus();
  }

  private void show() {
    if (!(model.ceremony().phaseProperty().get() instanceof Phase.Idle)) {
      getChildren().setAll(ceremony);
    } else if (model.servers().isEmpty()) {
      getChildren().setAll(nowhere());
    } else {
      getChildren().setAll(form);
    }
  }

  private Node nowhere() {
    return new EmptyState(
        MaterialDesignS.SERVER_OFF,
        "No server to sign in at",
        "Start the server of this computer on the screen Servers, or keep another one there. Those"
            + " that speak Touchstone's own API give out tokens.",
        back());
  }

  private Node form() {
    ComboBox<Optional<RemoteServer>> server = new ComboBox<>();
    server.setId("mint-server");
    server.setConverter(new Words());
    server.valueProperty().bindBidirectional(model.serverProperty());
    model.servers().addListener((ListChangeListener<RemoteServer>) change -> offer(server));
    offer(server);
    Button start = new Button("Sign in", Icons.of(MaterialDesignL.LOGIN_VARIANT));
    start.setId("mint-start");
    start.getStyleClass().addAll("accent", "large");
    start.setDefaultButton(true);
    start.setOnAction(event -> model.start());
    HBox buttons = new HBox(start, back());
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_LEFT);
    Form card =
        new Form(
            "Sign in for a token",
            Texts.muted(
                "The server gives out an access token after a sign-in with a key. It stays in the"
                    + " memory of this window, and goes to that server alone."),
            Form.field("Server", server, ""),
            Form.row(
                Form.field("User", user, "Empty: the key tells who it is."),
                Form.field("Key", new KeyChoice(keys, model.keyProperty()), "")),
            Form.check(
                "mint-refresh",
                "Ask for a refresh token, so that the access token can be renewed without a touch",
                model.refreshableProperty()));
    VBox column = new VBox(card, buttons);
    column.getStyleClass().add("form-column");
    return Scroll.column(column, 720);
  }

  private void offer(ComboBox<Optional<RemoteServer>> box) {
    box.getItems().setAll(model.servers().stream().map(Optional::of).toList());
  }

  private Button back() {
    Button back = new Button("Back");
    back.setId("mint-back");
    back.setCancelButton(true);
    back.setOnAction(event -> model.leave());
    return back;
  }

  private static final class Words extends StringConverter<Optional<RemoteServer>> {
    @Override
    public String toString(Optional<RemoteServer> server) {
      return Objects.requireNonNullElse(server, Optional.<RemoteServer>empty())
          .map(it -> it.name() + ", " + it.address())
          .orElse("");
    }

    @Override
    public Optional<RemoteServer> fromString(String text) {
      throw new UnsupportedOperationException("servers are chosen, not typed");
    }
  }
}
