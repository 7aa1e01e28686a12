package dev.touchstone.app.ui.servers;

import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Veil;
import java.util.List;
import javafx.scene.layout.StackPane;

/** The relying party served from this computer, and those elsewhere, one beside the other. */
public final class ServersView extends StackPane implements Landing {

  private enum Place {
    HERE("This computer"),
    ELSEWHERE("Elsewhere");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final RemoteServersViewModel remote;
  private final LocalServerPane here;
  private final RemoteServersPane elsewhere;
  private final Page page;

  public ServersView(LocalServerViewModel local, RemoteServersViewModel remote, Moments moments) {
    this.remote = remote;
    Veil veil = new Veil();
    here = new LocalServerPane(local, moments.zone());
    elsewhere = new RemoteServersPane(remote, moments, veil);
    Segments<Place> places =
        new Segments<>("Where", List.of(Place.values()), Place.HERE, it -> it.words, this::show);
    places.setMaxHeight(USE_PREF_SIZE);
    page =
        new Page(
            "Servers",
            "Serve the relying party over HTTP, and keep the servers that keys are used with.",
            places);
    getChildren().addAll(page, veil);
    show(Place.HERE);
  }

  @Override
  public void land() {
    remote.refresh();
  }

  private void show(Place place) {
    page.show(
        switch (place) {
          case HERE -> here;
          case ELSEWHERE -> elsewhere;
        });
  }
}
