package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.requests.RequestsViewModel.State;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What is sent: method and address in one line, the rest below in tabs. */
final class RequestEditor extends VBox {

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final RequestsViewModel model;
  private final TextField url;

  /**
   * @param askWhere opens the dialog in which a person says where it is kept
   * @param signIn asks who signs in where for a token
   */
  RequestEditor(RequestsViewModel model, Runnable askWhere, Runnable signIn, Moments moments) {
    this.model = model;
    this.url =
        Form.text("request-url", "https://api.example.org/items", model.form().urlProperty());
    getStyleClass().add("request-editor");
    setMinHeight(USE_PREF_SIZE);
    setSpacing(8);
    Label notice = Texts.caption("");
    notice.setId("request-notice");
    notice.textProperty().bind(model.noticeProperty());
    notice.managedProperty().bind(notice.textProperty().isNotEmpty());
    getChildren().addAll(line(), parts(signIn, moments), actions(askWhere), notice);
  }

  @Override
  public void requestFocus() {
    url.requestFocus();
  }

  private HBox line() {
    ComboBox<String> method = Form.choice("request-method", METHODS, model.form().methodProperty());
    method.setAccessibleText("Method");
    method.setEditable(true);
    method.setPrefWidth(120);
    method.setMinWidth(110);
    url.setAccessibleText("Address");
    url.getStyleClass().add("mono");
    url.setOnAction(event -> model.send());
    HBox.setHgrow(url, Priority.ALWAYS);
    Button send = new Button("Send", Icons.of(MaterialDesignS.SEND));
    send.setId("send-request");
    send.getStyleClass().add("accent");
    send.setMinWidth(USE_PREF_SIZE);
    var sending =
        Bindings.createBooleanBinding(
            () -> model.stateProperty().get() instanceof State.Sending, model.stateProperty());
    send.disableProperty().bind(model.form().urlProperty().isEmpty().or(sending));
    send.setOnAction(event -> model.send());
    Button stop = new Button("Stop", Icons.of(MaterialDesignC.CLOSE));
    stop.setId("stop-request");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.visibleProperty().bind(sending);
    stop.managedProperty().bind(sending);
    stop.setCancelButton(true);
    stop.setOnAction(event -> model.stop());
    HBox line = new HBox(8, method, url, send, stop);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private TabPane parts(Runnable signIn, Moments moments) {
    RequestForm form = model.form();
    TabPane tabs =
        new TabPane(
            tab(
                "Headers",
                area("request-headers", "Accept: application/json", form.headersProperty())),
            tab("Body", area("request-body", "{ \"name\": \"{{name}}\" }", form.bodyProperty())),
            tokenTab(signIn, moments),
            tab("Variables", area("request-variables", "name = value", form.variablesProperty())));
    tabs.setId("request-parts");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setPrefHeight(200);
    tabs.setMinHeight(120);
    return tabs;
  }

  private static Tab tab(String name, Node content) {
    return new Tab(name, content);
  }

  private static TextArea area(String id, String prompt, StringProperty text) {
    TextArea area = new LongText();
    area.setId(id);
    area.getStyleClass().add("mono");
    area.setPromptText(prompt);
    area.setAccessibleText(id.replace("request-", ""));
    area.textProperty().bindBidirectional(text);
    return area;
  }

  private Tab tokenTab(Runnable signIn, Moments moments) {
    Tab tab = tab("Token", new TokenPane(model.tokens(), signIn, moments));
    // to list what is kept opens the database
    tab.selectedProperty()
        .subscribe(selected -> {
          if (selected) {
            model.tokens().listSecrets();
          }
        });
    return tab;
  }

  private HBox actions(Runnable askWhere) {
    Button keep = new Button("Keep", Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
    keep.setId("save-request");
    keep.disableProperty().bind(model.form().urlProperty().isEmpty());
    keep.setOnAction(event -> askWhere.run());
    Button delete = new Button("", Icons.of(MaterialDesignD.DELETE_OUTLINE));
    delete.setId("delete-request");
    delete.getStyleClass().addAll("flat", "button-icon");
    delete.setAccessibleText("Delete this request");
    delete.setTooltip(new Tooltip("Delete this request"));
    delete
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.chosenProperty().get().isEmpty(), model.chosenProperty()));
    delete.setOnAction(event -> model.kept().delete());
    keep.setMinWidth(USE_PREF_SIZE);
    HBox buttons = new HBox(8, new CopyButton("as a line of curl", model::curl), delete, keep);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    FlowPane checks =
        Form.flow(
            Form.check("request-follow", "Follow redirects", model.form().followProperty()),
            Form.check(
                "request-unchecked", "Take any certificate", model.form().uncheckedProperty()));
    HBox.setHgrow(checks, Priority.ALWAYS);
    checks.setPrefWrapLength(160);
    checks.setMinWidth(0);
    checks.setAlignment(Pos.CENTER_LEFT);
    buttons.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(8, checks, buttons);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
