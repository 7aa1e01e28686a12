package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.User;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/** What people have beside passkeys. */
public final class FactorsView extends StackPane implements Landing {

  private enum Place {
    BY_MAIL("Codes by mail"),
    DEVICES("Devices and passwords"),
    CALCULATOR("Calculator");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final DeviceViewModel device;
  private final CalculatorViewModel calculator;
  private final EmailPane byMail;
  private final DevicePane devices;
  private final CalculatorPane calculating;
  private final Page page;

  /**
   * @param readMail shows the mail that was sent
   * @param registerPasskey goes where a passkey is registered
   */
  public FactorsView(
      UseCases useCases,
      Background background,
      Moments moments,
      FileChoice files,
      Runnable readMail,
      Consumer<User> registerPasskey) {
    Veil veil = new Veil();
    device = new DeviceViewModel(useCases, background);
    calculator = new CalculatorViewModel(useCases.clock());
    byMail = new EmailPane(new EmailViewModel(useCases, background), readMail, registerPasskey);
    devices = new DevicePane(device, moments, files, veil);
    calculating = new CalculatorPane(calculator);
    Segments<Place> places =
        new Segments<>("What", List.of(Place.values()), Place.BY_MAIL, it -> it.words, this::show);
    places.setMaxHeight(USE_PREF_SIZE);
    page = new Page("Factors", "What people have beside passkeys.", places);
    getChildren().addAll(page, veil);
    show(Place.BY_MAIL);
  }

  @Override
  public void land() {
    // what is shown stays
  }

  @Override
  public void leave() {
    device.leave();
    calculator.clear();
  }

  private void show(Place place) {
    page.show(
        switch (place) {
          case BY_MAIL -> byMail;
          case DEVICES -> devices;
          case CALCULATOR -> calculating;
        });
  }
}
