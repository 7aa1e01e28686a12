package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Veil;
import java.util.List;
import javafx.scene.layout.StackPane;

/** Requests, and the workbench for their tokens. */
public final class RequestsView extends StackPane implements Landing {

  private enum Place {
    REQUESTS("Requests"),
    TOKENS("Token workbench");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final RequestsViewModel model;
  private final RequestsPane requests;
  private final WorkbenchPane tokens;
  private final Page page;

  public RequestsView(RequestsViewModel model, WorkbenchViewModel workbench, FileChoice files) {
    this.model = model;
    Veil veil = new Veil();
    requests = new RequestsPane(model, veil);
    tokens = new WorkbenchPane(workbench, files);
    Segments<Place> places =
        new Segments<>("What", List.of(Place.values()), Place.REQUESTS, it -> it.words, this::show);
    places.setMaxHeight(USE_PREF_SIZE);
    page =
        new Page(
            "Requests",
            "Send requests to any server and see all of the answer; look tokens over and sign"
                + " others. No token is kept.",
            places);
    getChildren().addAll(page, veil);
    show(Place.REQUESTS);
  }

  @Override
  public void land() {
    model.refresh();
    requests.requestFocus();
  }

  private void show(Place place) {
    page.show(
        switch (place) {
          case REQUESTS -> requests;
          case TOKENS -> tokens;
        });
  }
}
