package dev.touchstone.app.ui.servers;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.ServerLook;
import dev.touchstone.app.remote.ServerLook.Presented;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.ui.servers.RemoteServersViewModel.Look;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The chosen server: what is kept of it, what it presents when asked, and what can be done. */
final class RemoteServerCard extends VBox {

  private final RemoteServersViewModel model;
  private final Moments moments;

  RemoteServerCard(RemoteServersViewModel model, Moments moments) {
    this.model = model;
    this.moments = moments;
    getStyleClass().add("form-column");
    model.chosenProperty().subscribe(this::show);
    model.lookProperty().subscribe(this::show);
  }

  private void show() {
    getChildren().clear();
    model
        .chosenProperty()
        .get()
        .ifPresent(server -> {
          getChildren().add(kept(server));
          switch (model.lookProperty().get()) {
            case Look.NotAsked() -> {}
            case Look.Looking() -> getChildren().add(new Waiting("Asking " + server.address()));
            case Look.Failed(var advice) -> getChildren().add(new AdvicePanel(advice));
            case Look.Seen(var seen) -> showSeen(seen);
          }
        });
  }

  private Node kept(RemoteServer server) {
    Label name = Texts.oneLine(server.name(), "section-title");
    name.setId("chosen-server");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button check = new Button("Check", Icons.of(MaterialDesignS.STETHOSCOPE));
    check.setId("check-server");
    check.setMinWidth(USE_PREF_SIZE);
    check.setDisable(model.lookProperty().get() instanceof Look.Looking);
    check.setOnAction(event -> model.check());
    Button remove = new Button("Remove", Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE));
    remove.setId("remove-server");
    remove.getStyleClass().addAll("danger", "button-outlined");
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setOnAction(event -> model.askToRemove());
    HBox head = new HBox(name, check, remove);
    head.getStyleClass().add("head");
    head.setAlignment(Pos.CENTER_LEFT);
    Facts facts = new Facts();
    facts.addCopyable("Address", server.address().toString());
    facts.add("API", ServerWords.api(server.api()));
    facts.add("Origin", Texts.mono(server.clientOrigin()));
    Optional<String> pin = server.pin();
    if (pin.isPresent()) {
      facts.addCopyable("Pinned certificate", pin.get());
    } else {
      facts.add(
          "Certificate",
          server.address().getScheme().equals("https")
              ? "Any that this computer trusts"
              : "None: unencrypted, within this computer");
    }
    return card(head, facts);
  }

  private void showSeen(ServerLook seen) {
    if (seen.complaint().isEmpty()) {
      Panel answer =
          new Panel(
              seen.touchstone() ? Tone.GOOD : Tone.INFO,
              "",
              Texts.body(seen.touchstone() ? "It answers, and is one of ours." : "It answers."));
      answer.setId("server-answers");
      getChildren().add(answer);
    } else {
      getChildren().add(new Panel(Tone.BAD, "", Texts.body(seen.complaint())));
    }
    seen.certificate().ifPresent(it -> getChildren().add(presented(it, seen.server())));
  }

  private Node presented(Presented certificate, RemoteServer server) {
    Facts facts = new Facts();
    facts.add("Issued to", certificate.subject());
    facts.add("Issued by", certificate.issuer());
    facts.add("Names", String.join(", ", certificate.names()));
    facts.add(
        "Valid",
        "%s to %s"
            .formatted(
                moments.absolute(certificate.notBefore()),
                moments.absolute(certificate.notAfter())));
    facts.addCopyable("SHA-256", certificate.sha256());
    VBox card = card(Texts.sectionTitle("The certificate that it presents"), facts);
    if (server.pin().equals(Optional.of(certificate.sha256()))) {
      card.getChildren().add(Texts.caption("It is the one that is pinned."));
    } else {
      Button pin = new Button("Pin this certificate", Icons.of(MaterialDesignP.PIN_OUTLINE));
      pin.setId("pin-certificate");
      pin.setOnAction(event -> model.pin());
      card.getChildren()
          .addAll(
              Texts.muted(
                  "Compare the SHA-256 with what the server's operator says before you pin it."),
              new HBox(pin));
    }
    return card;
  }

  private static VBox card(Node... content) {
    VBox card = new VBox(content);
    card.getStyleClass().add("card");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }
}
