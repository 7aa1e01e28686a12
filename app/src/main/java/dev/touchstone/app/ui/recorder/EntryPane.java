package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.export.EntryText;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is known of one entry: decoded, as bytes, and in its packets. */
final class EntryPane extends VBox {

  private final ZoneId zone;
  private int tab;

  EntryPane(ZoneId zone) {
    this.zone = zone;
    setId("entry");
    getStyleClass().add("entry-pane");
    setMinHeight(0);
    showNothing();
  }

  void showNothing() {
    StackPane hint = new StackPane(Texts.muted("Choose an entry to see what is in it."));
    VBox.setVgrow(hint, Priority.ALWAYS);
    getChildren().setAll(hint);
  }

  /** Shows the entry at an index. */
  void show(Recording recording, int index) {
    Entry entry = recording.get(index);
    Device device = recording.device(entry.connection()).orElse(null);
    Wire wire = device == null ? Wire.REPORTS : device.wire();
    getChildren().setAll(head(recording, entry, index), facts(recording, entry, device));
    if (entry instanceof Entry.Message message && !message.masks().isEmpty()) {
      getChildren().add(masks(message));
    }
    Node body = body(entry, wire);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().add(body);
  }

  private static HBox head(Recording recording, Entry entry, int index) {
    EntryLine line = EntryLine.of(recording, new Line(index, 1));
    Label title = Texts.oneLine(Words.title(entry), "section-title");
    title.setId("entry-title");
    HBox head = new HBox(Icons.of(LineCell.icon(line.whose())), title);
    if (!Words.outcome(entry).isEmpty()) {
      head.getChildren()
          .add(
              Badge.withIcon(
                  Words.outcome(entry), line.tone() == Tone.INFO ? Tone.GOOD : line.tone()));
    }
    HBox.setHgrow(title, Priority.SOMETIMES);
    title.setMaxWidth(Double.MAX_VALUE);
    head.getChildren()
        .add(
            new CopyButton(
                "this entry",
                () ->
                    String.join(
                        "\n",
                        new EntryText(recording, Names.SHOWN)
                            .lines(new int[] {index}, EntryText.Detail.PACKETS))));
    head.getStyleClass().add("entry-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(USE_PREF_SIZE);
    return head;
  }

  private FlowPane facts(Recording recording, Entry entry, @Nullable Device device) {
    List<String> facts = new ArrayList<>();
    facts.add(LineCell.time(recording, entry, zone));
    if (device != null) {
      facts.add(device.name() + " (" + device.id() + ")");
    }
    if (entry instanceof Entry.Message message) {
      facts.add(message.facts().toKey() ? "to the key" : "from the key");
      int size = message.facts().size();
      facts.add(size == 1 ? "1 byte" : "%,d bytes".formatted(size));
      int packets = message.packets().size();
      facts.add(packets == 1 ? "1 packet" : "%,d packets".formatted(packets));
      if (!EntryLine.elapsed(entry).isEmpty()) {
        facts.add(EntryLine.elapsed(entry) + " after the command");
      }
    }
    FlowPane flow = new FlowPane();
    facts.forEach(fact -> flow.getChildren().add(Texts.caption(fact)));
    flow.getStyleClass().add("entry-facts");
    flow.setMinHeight(USE_PREF_SIZE);
    return flow;
  }

  private static Label masks(Entry.Message message) {
    String names =
        message.masks().stream()
            .map(mask -> mask.name() + " (" + mask.length() + " bytes)")
            .collect(Collectors.joining(", "));
    Label label = Texts.caption("Masked before it was written down: " + names);
    label.getStyleClass().add("masked-note");
    return label;
  }

  private Node body(Entry entry, Wire wire) {
    String decoded = Words.detail(entry, wire, Names.SHOWN);
    if (!(entry instanceof Entry.Message message)) {
      return text(decoded);
    }
    TabPane tabs =
        new TabPane(
            new Tab("Decoded", text(decoded)),
            new Tab("Bytes", new HexView("Bytes of the message", HexRow.message(message, wire))),
            new Tab("Packets", new HexView("Packets", HexRow.packets(message, wire))));
    tabs.setId("entry-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("verdict-tabs");
    tabs.setMinHeight(80);
    tabs.getSelectionModel().select(tab);
    tabs.getSelectionModel().selectedIndexProperty().subscribe(index -> tab = index.intValue());
    return tabs;
  }

  private static Node text(String words) {
    if (words.isEmpty()) {
      StackPane nothing = new StackPane(Texts.muted("There is nothing more in it."));
      nothing.setMinHeight(40);
      return nothing;
    }
    TextArea area = new LongText(words);
    area.setId("entry-decoded");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().addAll("mono", "entry-text");
    area.setAccessibleText("What is in it");
    area.setMinHeight(40);
    return area;
  }
}
