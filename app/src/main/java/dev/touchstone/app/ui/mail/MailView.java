package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Veil;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What is sent to people: the folder, the queue, the words, the server. */
public final class MailView extends StackPane implements Landing {

  private enum Place {
    OUTBOX("Outbox"),
    QUEUE("Queue"),
    TEMPLATES("Templates"),
    MAIL_SERVER("Server");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final MailViewModel model;
  private final Moments moments;
  private final Page page;
  private final Map<Place, Node> panes = new EnumMap<>(Place.class);
  private final Veil veil = new Veil();

  public MailView(MailViewModel model, Moments moments) {
    this.model = model;
    this.moments = moments;
    Segments<Place> places =
        new Segments<>("What", List.of(Place.values()), Place.OUTBOX, it -> it.words, this::show);
    places.setMaxHeight(USE_PREF_SIZE);
    Button refresh = new Button("", Icons.of(MaterialDesignR.REFRESH));
    refresh.setId("refresh-mail");
    refresh.setAccessibleText("Read anew");
    refresh.setTooltip(new Tooltip("Read anew"));
    refresh.setOnAction(event -> model.refresh());
    page = new Page("Mail", "What is sent to people, and what became of it.", places, refresh);
    getChildren().addAll(page, veil);
    show(Place.OUTBOX);
  }

  @Override
  public void land() {
    model.refresh();
  }

  private void show(Place place) {
    page.show(panes.computeIfAbsent(place, this::make));
  }

  private Node make(Place place) {
    return switch (place) {
      case OUTBOX -> new OutboxPane(model.outbox(), moments);
      case QUEUE -> new QueuePane(model.queue(), moments, veil);
      case TEMPLATES -> new TemplatesPane(model.templates(), moments, veil);
      case MAIL_SERVER -> new MailServerPane(model.server(), veil);
    };
  }
}
