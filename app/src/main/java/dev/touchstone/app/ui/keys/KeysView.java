package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.doctor.DoctorPane;
import dev.touchstone.app.ui.keys.KeysViewModel.Detail;
import dev.touchstone.app.ui.keys.PinChangeViewModel.Job;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyCell;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Keys on the left, the chosen one on the right. */
public final class KeysView extends StackPane implements Landing {

  private static final String PERMISSIONS =
      "On Linux a plugged-in key that does not appear usually lacks a udev rule: install the"
          + " package libfido2-1, or see the doctor, then plug the key in again.";

  private static final String OVERVIEW = "Overview";

  /** Facts that people take elsewhere. */
  private static final Set<String> COPIED = Set.of("aaguid", "path", "usb");

  private final KeysViewModel model;
  private final Page page;
  private final ListView<KeyDevice> list;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double ROOM_FOR_BUTTONS = 520;

  private final StackPane detail = new StackPane();
  private final HBox both;
  private final DoctorPane doctor;
  private boolean examining;
  private final List<KeyTab> tabs;
  private Optional<KeyTab> inView = Optional.empty();
  private boolean showRaw;

  /**
   * @param tabs stand behind the overview, in this order
   */
  public KeysView(KeysViewModel model, List<KeyTab> tabs) {
    this.model = model;
    this.tabs = List.copyOf(tabs);
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
    Focus.on(list);
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
    inView.ifPresent(KeyTab::leave);
    detail
        .getChildren()
        .setAll(
            switch (shown) {
              case Detail.Nothing() ->
                  new EmptyState(
                      MaterialDesignK.KEY_OUTLINE, "No key chosen", "Choose a key on the left.");
              case Detail.NoWatch(Advice advice) -> new AdvicePanel(advice);
              case Detail.Reading(KeyDevice key) -> new Waiting("Reading " + key.name());
              case Detail.Read(KeyDescription description) -> description(description);
              case Detail.Unreadable(KeyDevice key, Advice advice) -> unreadable(key, advice);
            });
  }

  private Node description(KeyDescription description) {
    HBox head = new KeyHead(description.key(), model);
    List<Button> buttons = pinButtons(description);
    StackPane content = new StackPane();
    content.setMinHeight(0);
    content.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox column = new VBox(head, tabBar(description, content), content);
    column.getStyleClass().add("key-detail");
    column.setMinWidth(0);
    // Where there is no room for them beside the name, the buttons stand below it.
    HBox below = new HBox();
    below.getStyleClass().add("page-actions");
    column
        .widthProperty()
        .map(width -> width.doubleValue() < ROOM_FOR_BUTTONS)
        .subscribe(
            narrow -> Platform.runLater(() -> arrange(column, head, below, buttons, narrow)));
    showTab(description, content);
    return column;
  }

  private static void arrange(
      VBox column, HBox head, HBox below, List<Button> buttons, boolean narrow) {
    column.pseudoClassStateChanged(NARROW, narrow);
    column.getChildren().remove(below);
    head.getChildren().removeAll(buttons);
    if (narrow && !buttons.isEmpty()) {
      below.getChildren().setAll(buttons);
      column.getChildren().add(1, below);
    } else {
      below.getChildren().clear();
      head.getChildren().addAll(buttons);
    }
  }

  /**
   * The overview, then the tabs; the one that was in view stays there when the key is read anew.
   */
  private Node tabBar(KeyDescription description, StackPane content) {
    List<String> titles = new ArrayList<>();
    titles.add(OVERVIEW);
    tabs.forEach(tab -> titles.add(tab.title()));
    return new Segments<>(
        "Part of the key",
        titles,
        inView.map(KeyTab::title).orElse(OVERVIEW),
        title -> title,
        title -> {
          inView.ifPresent(KeyTab::leave);
          inView = tabs.stream().filter(tab -> tab.title().equals(title)).findFirst();
          showTab(description, content);
        });
  }

  private void showTab(KeyDescription description, StackPane content) {
    content
        .getChildren()
        .setAll(inView.map(tab -> tab.show(description)).orElseGet(() -> overview(description)));
  }

  private Node overview(KeyDescription description) {
    CheckBox raw = new CheckBox("Raw values");
    raw.setId("raw-values");
    raw.setSelected(showRaw);
    VBox sections = new VBox();
    sections.getStyleClass().add("key-detail");
    raw.setOnAction(event -> {
      showRaw = raw.isSelected();
      showSections(description, sections);
    });
    showSections(description, sections);
    VBox column = new VBox(Texts.body(description.summary()));
    if (!description.info().isU2fOnly()) {
      column.getChildren().add(raw);
    }
    column.getChildren().add(sections);
    column.getStyleClass().add("key-detail");
    return Scroll.column(column, 760);
  }

  private void showSections(KeyDescription description, VBox sections) {
    sections.getChildren().clear();
    for (KeyDescription.Section section : description.sections()) {
      Facts facts = new Facts();
      for (KeyDescription.Fact fact : section.facts()) {
        add(facts, fact);
      }
      sections.getChildren().add(card(section.title(), facts));
    }
  }

  private List<Button> pinButtons(KeyDescription description) {
    KeyDevice key = description.key();
    return switch (description.pin()) {
      case ABSENT -> List.of();
      case NOT_SET_UP -> List.of(pinButton("pin-of-key", "Set PIN…", Job.SET, key));
      case READY ->
          List.of(
              pinButton("verify-pin", "Verify PIN…", Job.VERIFY, key),
              pinButton("pin-of-key", "Change PIN…", Job.CHANGE, key));
    };
  }

  private Button pinButton(String id, String words, Job job, KeyDevice key) {
    Button button = new Button(words, Icons.of(MaterialDesignL.LOCK_OUTLINE));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> model.pinChange().open(job, key));
    return button;
  }

  private Node unreadable(KeyDevice key, Advice advice) {
    VBox column =
        new VBox(
            new KeyHead(key, model),
            new AdvicePanel(advice, doctorButton()),
            card("Where it is", where(key)));
    column.getStyleClass().add("key-detail");
    return Scroll.column(column, 760);
  }

  private static String placeName(Transport transport) {
    return switch (transport) {
      case USB_HID -> "Path";
      case SMART_CARD -> "Reader";
      case UDP -> "Address";
      case VIRTUAL -> "Memory file";
    };
  }

  private static Facts where(KeyDevice key) {
    Facts facts = new Facts().add("Transport", KeyCell.words(key.transport()));
    facts.addCopyable(placeName(key.transport()), key.path());
    if (key.vendorId() != 0) {
      facts.addCopyable("USB id", "%04x:%04x".formatted(key.vendorId(), key.productId()));
    }
    return facts;
  }

  private void add(Facts facts, KeyDescription.Fact fact) {
    if (COPIED.contains(fact.name()) && !showRaw) {
      facts.addCopyable(fact.name(), fact.value());
      return;
    }
    VBox value = new VBox(Texts.body(fact.value()));
    if (!fact.meaning().isEmpty()) {
      value.getChildren().add(Texts.caption(fact.meaning()));
    }
    if (showRaw && !fact.raw().isEmpty()) {
      value.getChildren().add(Texts.mono(fact.raw()));
    }
    value.setAccessibleText(fact.name() + ": " + fact.value() + ". " + fact.meaning());
    facts.add(fact.name(), value);
  }

  private static Node card(String title, Node content) {
    VBox card = new VBox(Texts.sectionTitle(title), content);
    card.getStyleClass().add("card");
    return card;
  }
}
