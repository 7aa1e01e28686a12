package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.doctor.DoctorPane;
import dev.touchstone.app.ui.keys.KeysViewModel.Detail;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyCell;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Keys on the left, the chosen one on the right. */
public final class KeysView extends StackPane implements Landing {

  private static final String PERMISSIONS =
      "On Linux a plugged-in key that does not appear usually lacks a udev rule: install the"
          + " package libfido2-1, or see the doctor, then plug the key in again.";

  private final KeysViewModel model;
  private final Page page;
  private final ListView<KeyDevice> list;
  private final StackPane detail = new StackPane();
  private final HBox both;
  private final DoctorPane doctor;
  private final KeyParts parts;
  private boolean examining;
  private boolean away;

  /**
   * @param tabs stand behind the overview, in this order
   */
  public KeysView(KeysViewModel model, List<KeyTab> tabs, Moments moments) {
    this.model = model;
    this.parts = new KeyParts(model, new KeyOverview(model.remembered(), moments), tabs);
    Button refresh = new Button("Read again", Icons.of(MaterialDesignR.REFRESH));
    refresh.setId("read-key-again");
    refresh.setOnAction(event -> model.refresh());
    Button touch = new Button("Choose by touch", Icons.of(MaterialDesignG.GESTURE_TAP));
    touch.setId("choose-by-touch");
    touch.setOnAction(event -> model.touchChoice().open());
    touch.disableProperty().bind(Bindings.size(model.keys()).lessThan(2));
    page =
        new Page("Keys", "What is plugged in now. A key appears here by itself.", touch, refresh);
    list = new ListView<>(model.keys());
    list.setId("keys");
    list.setAccessibleText("Keys");
    list.setCellFactory(view -> new KeyCell());
    list.getStyleClass().add("side-list");
    list.getSelectionModel().selectedItemProperty().subscribe(model::select);
    detail.setMinWidth(0);
    HBox.setHgrow(detail, Priority.ALWAYS);
    both = new HBox(list, detail);
    both.getStyleClass().add("side-by-side");
    refresh.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    Veil veil = new Veil();
    getChildren().addAll(page, veil);
    tabs.forEach(tab -> tab.veil().ifPresent(getChildren()::add));
    PinChangePane.on(veil, model.pinChange());
    KeyNamePane.on(veil, model.naming());
    TouchChoicePane.on(veil, model.touchChoice());
    doctor = new DoctorPane(model.doctor(), this::leaveDoctor);
    model.wantedProperty().subscribe(this::choose);
    model.refusalProperty().subscribe(advice -> refused(veil, advice));
    model.keys().addListener((ListChangeListener<KeyDevice>) change -> showList());
    model.completeProperty().subscribe(this::showList);
    model.detailProperty().subscribe(this::showDetail);
    showList();
  }

  @Override
  public void land() {
    if (away) {
      away = false;
      if (model.isOutdated()) {
        model.refresh();
      } else {
        showDetail(model.detailProperty().get());
      }
    }
    Focus.on(list);
  }

  /** A key that a tab has open is closed: it may be wanted elsewhere. */
  @Override
  public void leave() {
    away = true;
    parts.leave();
  }

  /** Brings the doctor into view, at work. */
  public void examine() {
    examining = true;
    model.doctor().look();
    page.show(doctor);
  }

  private void leaveDoctor() {
    examining = false;
    showList();
    land();
  }

  private void choose(Optional<KeyDevice> touched) {
    touched.ifPresent(key ->
        model.keys().stream()
            .filter(it -> it.id().equals(key.id()))
            .findFirst()
            .ifPresent(list.getSelectionModel()::select));
  }

  private void refused(Veil veil, Optional<Advice> advice) {
    if (advice.isPresent()) {
      Dialog dialog =
          new Dialog("wink-refused", "Wink", model::dismiss, new AdvicePanel(advice.get()));
      dialog.open(veil);
    } else {
      veil.hide();
    }
  }

  private Button doctorButton() {
    Button button = new Button("See the doctor", Icons.of(MaterialDesignS.STETHOSCOPE));
    button.setId("see-doctor");
    button.setOnAction(event -> examine());
    return button;
  }

  private void showList() {
    if (examining) {
      return;
    }
    if (!model.keys().isEmpty()) {
      page.show(both);
      if (model.completeProperty().get() && list.getSelectionModel().isEmpty()) {
        list.getSelectionModel().selectFirst();
      }
    } else if (model.detailProperty().get() instanceof Detail.NoWatch) {
      page.show(detail);
    } else if (model.completeProperty().get()) {
      page.show(
          new EmptyState(
              MaterialDesignU.USB_PORT, "Plug in a security key", PERMISSIONS, doctorButton()));
    } else {
      page.show(new Waiting("Looking for keys"));
    }
  }

  private void showDetail(Detail shown) {
    if (away) {
      return;
    }
    parts.leave();
    detail
        .getChildren()
        .setAll(
            switch (shown) {
              case Detail.Nothing() ->
                  new EmptyState(
                      MaterialDesignK.KEY_OUTLINE, "No key chosen", "Choose a key on the left.");
              case Detail.NoWatch(Advice advice) -> new AdvicePanel(advice);
              case Detail.Reading(KeyDevice key) -> new Waiting("Reading " + key.name());
              case Detail.Read(KeyDescription description) -> parts.show(description);
              case Detail.Unreadable(KeyDevice key, Advice advice) ->
                  UnreadableKey.show(key, advice, model, doctorButton());
            });
  }
}
