package dev.touchstone.app.ui.requests;

import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.PrettyJson;
import dev.touchstone.app.request.send.Answer;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Hop;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.NodeTree;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.ui.requests.RequestsViewModel.State;
import dev.touchstone.app.usecase.request.ExchangeWords;
import dev.touchstone.rp.inspect.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What came of a request. */
final class AnswerPane extends StackPane {

  /** More is not laid out as text in a window. */
  private static final int SHOWN = 200_000;

  AnswerPane(RequestsViewModel model) {
    setMinHeight(0);
    model.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    getChildren()
        .setAll(
            switch (state) {
              case State.Idle() ->
                  new EmptyState(
                      MaterialDesignS.SEND,
                      "Nothing sent yet",
                      "The answer is shown here: body, headers, tokens, certificates, and where the"
                          + " time went.");
              case State.Sending() -> new Waiting("Waiting for the answer");
              case State.Failed(var advice) -> new Scroll(new VBox(new AdvicePanel(advice)));
              case State.Answered(var exchange, var tokens) -> answered(exchange, tokens);
            });
  }

  private static VBox answered(Exchange exchange, List<Node> tokens) {
    Answer answer = exchange.answer();
    Label status = Texts.sectionTitle((answer.status() + " " + line(answer.reason())).strip());
    status.setId("answer-status");
    FlowPane head =
        new FlowPane(
            status,
            Badge.withIcon(
                answer.status() < 400 ? "accepted" : "refused",
                answer.status() < 400 ? Tone.GOOD : Tone.BAD),
            new Badge(ExchangeWords.millis(exchange.total()) + " ms", Tone.NEUTRAL),
            new Badge("%,d bytes".formatted(answer.received()), Tone.NEUTRAL));
    if (exchange.hops().size() > 1) {
      head.getChildren()
          .add(new Badge("%d redirects".formatted(exchange.hops().size() - 1), Tone.INFO));
    }
    head.getStyleClass().add("found-head");
    head.setMinHeight(USE_PREF_SIZE);
    VBox all = new VBox(head);
    all.getStyleClass().add("found");
    warnings(exchange).forEach(it -> all.getChildren().add(new Panel(Tone.WARNING, it)));
    TabPane tabs = tabs(exchange, tokens);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    all.getChildren().add(tabs);
    return all;
  }

  private static List<String> warnings(Exchange exchange) {
    List<String> all = new ArrayList<>(exchange.answer().warnings());
    if (!exchange.notFollowed().isEmpty()) {
      all.add(exchange.notFollowed());
    }
    return all;
  }

  private static TabPane tabs(Exchange exchange, List<Node> tokens) {
    Hop hop = exchange.last();
    TabPane tabs = new TabPane();
    tabs.setId("answer-tabs");
    tabs.getStyleClass().add("verdict-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().add(new Tab("Body", text("Body", pretty(hop.answer()))));
    tabs.getTabs().add(new Tab("Headers", text("Headers", headers(hop.answer().headers()))));
    if (!tokens.isEmpty()) {
      Node root = tokens.size() == 1 ? tokens.getFirst() : Node.parent("tokens", "", tokens);
      tabs.getTabs().add(new Tab("Tokens", new NodeTree(root)));
    }
    hop.tls().ifPresent(it -> tabs.getTabs().add(new Tab("TLS", new TlsPane(it))));
    tabs.getTabs().add(new Tab("Timing", new TimingPane(exchange)));
    tabs.getTabs().add(new Tab("Raw", text("Raw", raw(hop.answer()))));
    return tabs;
  }

  private static TextArea text(String name, String content) {
    String shown =
        content.length() <= SHOWN
            ? content
            : content.substring(0, SHOWN)
                + "\n… %,d characters, shown in part".formatted(content.length());
    TextArea area = new LongText(shown);
    area.setId("answer-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    area.setAccessibleText(name);
    return area;
  }

  private static String pretty(Answer answer) {
    if (answer.isBinary()) {
      return "%,d bytes that are no text.".formatted(answer.body().length);
    }
    String text = answer.text();
    return visible(text.length() <= SHOWN ? PrettyJson.of(text).orElse(text) : text);
  }

  private static String raw(Answer answer) {
    return "%s %d %s\n%s\n\n%s"
        .formatted(
            answer.version(),
            answer.status(),
            line(answer.reason()),
            headers(answer.headers()),
            answer.isBinary() ? pretty(answer) : visible(answer.text()));
  }

  private static String headers(List<Header> headers) {
    return headers.stream()
        .map(it -> line(it.name() + ": " + it.value()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String text) {
    return visible(text).replace('\n', ' ');
  }

  /** Controls, and what turns the direction of writing, would make another text of it. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(Math.min(text.length(), SHOWN) + 64);
    for (int i = 0; i < text.length() && i <= SHOWN; i++) {
      char c = text.charAt(i);
      boolean bidi = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
      if (bidi || (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
        visible.append("\\u%04x".formatted((int) c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }
}
