package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import javafx.collections.ObservableList;
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
  private final MintPane mint;
  private final Page page;
  private Place place = Place.REQUESTS;

  /**
   * @param minting signs in for tokens of requests
   */
  public RequestsView(
      RequestsViewModel model,
      MintViewModel minting,
      WorkbenchViewModel workbench,
      ObservableList<KeyDevice> keys,
      Moments moments,
      FileChoice files) {
    this.model = model;
    Veil veil = new Veil();
    requests = new RequestsPane(model, veil, minting::begin, moments);
    tokens = new WorkbenchPane(workbench, files);
    mint = new MintPane(minting, keys, moments);
    Segments<Place> places =
        new Segments<>("What", List.of(Place.values()), Place.REQUESTS, it -> it.words, this::show);
    places.setMaxHeight(USE_PREF_SIZE);
    page =
        new Page(
            "Requests",
            "Ask any server, take tokens apart, sign others. No token is written down.",
            places);
    getChildren().addAll(page, veil);
    minting.openProperty().subscribe(this::showMinting);
  }

  @Override
  public void land() {
    model.kept().refresh();
    requests.requestFocus();
  }

  private void showMinting(boolean open) {
    if (open) {
      page.show(mint);
      mint.land();
    } else {
      show(place);
    }
  }

  private void show(Place chosen) {
    place = chosen;
    page.show(
        switch (chosen) {
          case REQUESTS -> requests;
          case TOKENS -> tokens;
        });
  }
}
