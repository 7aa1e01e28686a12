package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.ServeLabKey;
import dev.touchstone.fixture.lab.WireWish;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The wires by which this window lets other programs reach virtual keys, until it is closed. */
final class WiresViewModel {

  private final LabUseCases lab;
  private final Background background;
  private final Consumer<Exception> failed;
  private final ObservableList<OpenWire> wires = FXCollections.observableArrayList();

  /**
   * @param failed is told on the window's thread why a wire could not be opened
   */
  WiresViewModel(LabUseCases lab, Background background, Consumer<Exception> failed) {
    this.lab = lab;
    this.background = background;
    this.failed = failed;
  }

  /**
   * A wire that is open.
   *
   * @param wire such as {@code udp}
   */
  record OpenWire(String key, String wire, ServeLabKey.Served served) {}

  ObservableList<OpenWire> wires() {
    return wires;
  }

  /** The open wire of that kind to that key. */
  Optional<OpenWire> find(String key, String wire) {
    return wires.stream()
        .filter(open -> open.key().equals(key) && open.wire().equals(wire))
        .findFirst();
  }

  void open(String key, WireWish wish) {
    background.run(
        () -> lab.serveLabKey().run(key, wish, false),
        served -> {
          OpenWire open = new OpenWire(key, wish.wire(), served);
          wires.add(open);
          served.onEnd(() -> background.onWindow(() -> wires.remove(open)));
        },
        failed);
  }

  void close(OpenWire open) {
    wires.remove(open);
    end(List.of(open));
  }

  void closeAll() {
    List<OpenWire> all = List.copyOf(wires);
    wires.clear();
    end(all);
  }

  private void end(List<OpenWire> ended) {
    background.run(
        () -> {
          ended.forEach(open -> open.served().close());
          return true;
        },
        done -> {},
        Failures::adviceOn);
  }
}
