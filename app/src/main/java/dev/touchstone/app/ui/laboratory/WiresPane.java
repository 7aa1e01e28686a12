package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.laboratory.WiresViewModel.OpenWire;
import dev.touchstone.fixture.lab.WireWish;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lets other programs reach a key: by UDP, as a device of the kernel, as a card in a reader. */
final class WiresPane extends VBox {

  private static final int UDP_PORT = 8111;
  private static final int UDP_REPLY_PORT = 7112;
  private static final int VPCD_PORT = 35963;
  private static final int USBIP_PORT = 3240;

  private final WiresViewModel model;
  private final String key;
  private final ListChangeListener<OpenWire> listener = change -> showAll();
  private final Line udp;
  private final Line uhid;
  private final Line usbip;
  private final Line vpcd;

  WiresPane(WiresViewModel model, String key) {
    this.model = model;
    this.key = key;
    setId("lab-wires");
    getStyleClass().add("tab-body");
    Port port = new Port("lab-udp-port", UDP_PORT, 0);
    Port reply = new Port("lab-udp-reply-port", UDP_REPLY_PORT, 0);
    Port usbPort = new Port("lab-usbip-port", USBIP_PORT, 0);
    Port reader = new Port("lab-vpcd-port", VPCD_PORT, 1);
    udp =
        new Line(
            "udp",
            "UDP",
            "CTAPHID in datagrams on 127.0.0.1, as firmware simulators do it. Port 0 takes a free"
                + " one; reply port 0 answers to whoever asked.",
            () ->
                port.number().isPresent() && reply.number().isPresent()
                    ? Optional.of(new WireWish.Udp(port.number().get(), reply.number().get()))
                    : Optional.empty(),
            Form.field("Port", port.field, ""),
            Form.field("Reply port", reply.field, ""));
    uhid =
        new Line(
            "uhid",
            "Device of the Linux kernel",
            "A real HID device through /dev/uhid, for browsers and fido2-token.",
            () -> Optional.of(new WireWish.Uhid()));
    usbip =
        new Line(
            "usbip",
            "USB/IP",
            "A USB device that a kernel imports: usbip attach -r 127.0.0.1 -b 1-1",
            () -> usbPort.number().map(WireWish.UsbIp::new),
            Form.field("Port", usbPort.field, ""));
    vpcd =
        new Line(
            "vpcd",
            "Card in a PC/SC reader",
            "Put into the virtual reader of vsmartcard, for programs that use smart cards.",
            () -> reader.number().map(WireWish.Vpcd::new),
            Form.field("Port of the reader", reader.field, ""));
    getChildren().addAll(udp, uhid, usbip, vpcd);
    model.wires().addListener(new WeakListChangeListener<>(listener));
    showAll();
  }

  private void showAll() {
    udp.show();
    uhid.show();
    usbip.show();
    vpcd.show();
  }

  /** A port number that is typed. */
  private static final class Port {
    private static final int HIGHEST = 65535;

    private final SimpleStringProperty text;
    private final TextField field;
    private final int least;

    Port(String id, int usual, int least) {
      this.text = new SimpleStringProperty(String.valueOf(usual));
      this.field = Form.text(id, String.valueOf(usual), text);
      this.least = least;
    }

    Optional<Integer> number() {
      try {
        int number = Integer.parseInt(text.get().strip());
        return number >= least && number <= HIGHEST ? Optional.of(number) : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** One kind of wire, with its button. */
  private final class Line extends VBox {
    private final String wire;
    private final Supplier<Optional<WireWish>> wish;
    private final Button button = new Button();
    private final Label mistake = Texts.body("A port is a number up to 65535.");
    private final StackPane where = new StackPane();
    private final Node settings;

    Line(
        String wire,
        String title,
        String words,
        Supplier<Optional<WireWish>> wish,
        VBox... fields) {
      this.wire = wire;
      this.wish = wish;
      getStyleClass().add("card");
      button.setId("lab-wire-" + wire);
      button.setOnAction(event -> switchOver());
      mistake.setId("lab-wire-mistake-" + wire);
      mistake.getStyleClass().add("mistake");
      mistake.setVisible(false);
      mistake.managedProperty().bind(mistake.visibleProperty());
      where.managedProperty().bind(where.visibleProperty());
      settings = fields.length == 0 ? new HBox() : Form.row(fields);
      settings.managedProperty().bind(settings.visibleProperty());
      Label name = Texts.sectionTitle(title);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      button.setMinWidth(USE_PREF_SIZE);
      HBox head = new HBox(name, button);
      head.setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(head, Texts.muted(words), settings, mistake, where);
    }

    void show() {
      Optional<OpenWire> open = model.find(key, wire);
      button.setText(open.isPresent() ? "Close" : "Open");
      settings.setVisible(open.isEmpty());
      where.setVisible(open.isPresent());
      where.getChildren().clear();
      open.ifPresent(one ->
          where.getChildren().add(new Facts().addCopyable("Reachable at", one.served().where())));
    }

    private void switchOver() {
      Optional<OpenWire> open = model.find(key, wire);
      Optional<WireWish> wanted = wish.get();
      mistake.setVisible(open.isEmpty() && wanted.isEmpty());
      if (open.isPresent()) {
        model.close(open.get());
      } else {
        wanted.ifPresent(it -> model.open(key, it));
      }
    }
  }
}
