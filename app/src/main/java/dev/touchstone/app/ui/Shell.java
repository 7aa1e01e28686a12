package dev.touchstone.app.ui;

import dev.touchstone.app.settings.LookFile;
import dev.touchstone.app.ui.accounts.AccountsView;
import dev.touchstone.app.ui.accounts.AccountsViewModel;
import dev.touchstone.app.ui.accounts.ImportViewModel;
import dev.touchstone.app.ui.accounts.ReplaceViewModel;
import dev.touchstone.app.ui.audit.AuditView;
import dev.touchstone.app.ui.audit.AuditViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.desk.DeskView;
import dev.touchstone.app.ui.desk.DeskViewModel;
import dev.touchstone.app.ui.desk.LostKeyViewModel;
import dev.touchstone.app.ui.desk.OperatorViewModel;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.factors.FactorsView;
import dev.touchstone.app.ui.fingerprints.FingerprintsTab;
import dev.touchstone.app.ui.fingerprints.FingerprintsViewModel;
import dev.touchstone.app.ui.inspector.InspectorView;
import dev.touchstone.app.ui.inspector.InspectorViewModel;
import dev.touchstone.app.ui.keycredentials.KeyCredentialsTab;
import dev.touchstone.app.ui.keycredentials.KeyCredentialsViewModel;
import dev.touchstone.app.ui.keyreset.ResetTab;
import dev.touchstone.app.ui.keyreset.ResetViewModel;
import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.keys.KeysView;
import dev.touchstone.app.ui.keys.KeysViewModel;
import dev.touchstone.app.ui.keysettings.KeySettingsTab;
import dev.touchstone.app.ui.keysettings.KeySettingsViewModel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.laboratory.LaboratoryView;
import dev.touchstone.app.ui.laboratory.LaboratoryViewModel;
import dev.touchstone.app.ui.largeblobs.LargeBlobsTab;
import dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel;
import dev.touchstone.app.ui.mail.MailView;
import dev.touchstone.app.ui.mail.MailViewModel;
import dev.touchstone.app.ui.recorder.RecorderView;
import dev.touchstone.app.ui.recorder.RecorderViewModel;
import dev.touchstone.app.ui.register.RegisterView;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.app.ui.requests.MintViewModel;
import dev.touchstone.app.ui.requests.RequestsView;
import dev.touchstone.app.ui.requests.RequestsViewModel;
import dev.touchstone.app.ui.requests.WorkbenchViewModel;
import dev.touchstone.app.ui.servers.LocalServerViewModel;
import dev.touchstone.app.ui.servers.RemoteServersViewModel;
import dev.touchstone.app.ui.servers.ServersView;
import dev.touchstone.app.ui.settings.SettingsView;
import dev.touchstone.app.ui.settings.SettingsViewModel;
import dev.touchstone.app.ui.signin.SignInView;
import dev.touchstone.app.ui.signin.SignInViewModel;
import dev.touchstone.app.ui.trust.StatementViewModel;
import dev.touchstone.app.ui.trust.TrustView;
import dev.touchstone.app.ui.trust.TrustViewModel;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window's frame: the navigation, the screen in view, and dialogs over both. */
public final class Shell extends StackPane implements AutoCloseable {

  private static final double NARROW = 1000;
  private static final KeyCombination SETTINGS =
      new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

  private final WindowParts parts;
  private final KeyTurn turn = new KeyTurn();
  private final Map<Screen, Node> screens = new EnumMap<>(Screen.class);
  private final List<CeremonyViewModel> ceremonies = new ArrayList<>();
  private final StackPane content = new StackPane();
  private final Veil veil = new Veil();
  private final Rail rail = new Rail(this::show, this::showHelp, this::showSettings);
  private final KeysViewModel keys;
  private final KeyCredentialsViewModel credentials;
  private final FingerprintsViewModel fingerprints;
  private final LargeBlobsViewModel largeBlobs;
  private final KeySettingsViewModel settingsOfKey;
  private final LaboratoryViewModel laboratory;
  private final LocalServerViewModel server;
  private final SettingsViewModel settings;
  private @Nullable RegisterViewModel registration;

  public Shell(WindowParts parts) {
    this.parts = parts;
    this.keys = new KeysViewModel(parts.useCases(), parts.background(), turn);
    this.credentials = new KeyCredentialsViewModel(parts.useCases(), parts.background(), turn);
    this.largeBlobs = new LargeBlobsViewModel(parts.useCases(), parts.background(), turn);
    this.settingsOfKey =
        new KeySettingsViewModel(parts.useCases(), parts.background(), turn, keys::outdate);
    this.fingerprints = new FingerprintsViewModel(parts.useCases(), parts.background(), turn);
    this.laboratory =
        new LaboratoryViewModel(
            parts.useCases().laboratory(), parts.useCases().settings().data(), parts.background());
    this.server = new LocalServerViewModel(parts.useCases().serveHttp(), parts.background());
    this.settings =
        new SettingsViewModel(new LookFile(parts.useCases().settings().data()), parts.background());
    getStyleClass().add("shell");
    content.getStyleClass().add("content");
    content.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox column =
        new VBox(new TrailTroubles(parts.useCases().trail(), parts.background()), content);
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    getChildren().addAll(new HBox(rail, column), veil);
    widthProperty().subscribe(width -> rail.narrow(width.doubleValue() < NARROW));
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    keys.start();
  }

  /** How the window looks, to be chosen. */
  public SettingsViewModel settings() {
    return settings;
  }

  /** Brings a screen into view, making it at the first time. */
  public void show(Screen screen) {
    veil.hide();
    Node view = screens.computeIfAbsent(screen, this::make);
    content.getChildren().stream()
        .filter(before -> !before.equals(view))
        .forEach(before -> {
          if (before instanceof Landing landing) {
            landing.leave();
          }
        });
    content.getChildren().setAll(view);
    rail.mark(screen);
    if (view instanceof Landing landing) {
      landing.land();
    }
  }

  @Override
  public void close() {
    ceremonies.forEach(CeremonyViewModel::cancel);
    credentials.leave();
    fingerprints.leave();
    largeBlobs.leave();
    settingsOfKey.leave();
    keys.close();
    laboratory.close();
    server.close();
  }

  private Node make(Screen screen) {
    return switch (screen) {
      case KEYS -> new KeysView(keys, keyTabs(), parts.moments());
      case REGISTER -> new RegisterView(registering(), keys.keys(), parts.moments());
      case SIGN_IN ->
          new SignInView(
              new SignInViewModel(parts.useCases(), parts.background(), party(), ceremony()),
              keys.keys(),
              parts.moments());
      case ACCOUNTS -> accounts();
      case HELP_DESK -> desk();
      case INSPECTOR ->
          new InspectorView(
              new InspectorViewModel(parts.useCases(), parts.background()), parts.files());
      case TRUST ->
          new TrustView(
              new TrustViewModel(parts.useCases().trust(), parts.background()),
              new StatementViewModel(parts.useCases().trust(), parts.background(), turn),
              keys.keys(),
              parts.moments(),
              parts.files());
      case LABORATORY -> new LaboratoryView(laboratory, parts.moments().zone());
      case RECORDER ->
          new RecorderView(
              new RecorderViewModel(
                  parts.useCases().traces(),
                  parts.background(),
                  new Errand(parts.background(), turn, parts.useCases().virtualTouch())),
              keys.keys(),
              parts.moments(),
              parts.files());
      case SERVERS ->
          new ServersView(
              server,
              new RemoteServersViewModel(parts.useCases().remote(), parts.background()),
              parts.moments());
      case REQUESTS -> requests();
      case AUDIT ->
          new AuditView(
              new AuditViewModel(parts.useCases(), parts.background()),
              parts.moments(),
              parts.files());
      case FACTORS ->
          new FactorsView(
              parts.useCases(),
              parts.background(),
              parts.moments(),
              parts.files(),
              () -> show(Screen.MAIL),
              this::registerPasskey);
      case MAIL ->
          new MailView(MailViewModel.of(parts.useCases(), parts.background()), parts.moments());
    };
  }

  private RegisterViewModel registering() {
    RegisterViewModel model = registration;
    if (model == null) {
      model = new RegisterViewModel(party(), ceremony());
      registration = model;
    }
    return model;
  }

  /** Who proved an address goes on to the first passkey. */
  private void registerPasskey(User user) {
    registering().ceremony().reset(); // what came of somebody else's is not shown again
    registering().userProperty().set(user.name());
    registering().displayNameProperty().set(user.displayName());
    show(Screen.REGISTER);
  }

  private AccountsView accounts() {
    AccountsViewModel model = new AccountsViewModel(parts.useCases(), parts.background());
    return new AccountsView(
        model,
        new ImportViewModel(parts.useCases(), parts.background(), model.deeds()::tell),
        new ReplaceViewModel(parts.useCases(), ceremony(), model.deeds()),
        keys.keys(),
        parts.moments(),
        parts.files());
  }

  private DeskView desk() {
    DeskViewModel model = new DeskViewModel(parts.useCases(), parts.background());
    return new DeskView(
        model,
        new LostKeyViewModel(parts.useCases(), parts.background(), ceremony(), model),
        new OperatorViewModel(parts.useCases(), ceremony(), model),
        keys.keys(),
        parts.moments(),
        parts.files());
  }

  private RequestsView requests() {
    RequestsViewModel model = new RequestsViewModel(parts.useCases(), parts.background());
    return new RequestsView(
        model,
        new MintViewModel(
            parts.useCases(), parts.background(), ceremony(), server::served, model.tokens()),
        new WorkbenchViewModel(parts.useCases(), parts.background()),
        keys.keys(),
        parts.moments(),
        parts.files());
  }

  /** What can be done to the chosen key, behind the overview. */
  private List<KeyTab> keyTabs() {
    return List.of(
        new KeyCredentialsTab(credentials, parts.moments()),
        new FingerprintsTab(fingerprints),
        new LargeBlobsTab(largeBlobs, parts.files()),
        new KeySettingsTab(settingsOfKey),
        new ResetTab(
            new ResetViewModel(parts.useCases(), parts.background(), turn, keys::refresh), veil));
  }

  private PartyViewModel party() {
    return new PartyViewModel(parts.useCases(), parts.background());
  }

  private CeremonyViewModel ceremony() {
    CeremonyViewModel ceremony =
        new CeremonyViewModel(parts.background(), turn, parts.useCases().virtualTouch());
    ceremonies.add(ceremony);
    return ceremony;
  }

  private void keyPressed(KeyEvent event) {
    for (Screen screen : Screen.values()) {
      if (screen.shortcut().match(event)) {
        show(screen);
        event.consume();
      }
    }
    if (event.getCode() == KeyCode.F1) {
      showHelp();
      event.consume();
    } else if (SETTINGS.match(event)) {
      showSettings();
      event.consume();
    }
  }

  private void showHelp() {
    new Dialog("help-dialog", "Keyboard", veil::hide, new Shortcuts()).open(veil);
  }

  private void showDoctor() {
    show(Screen.KEYS);
    if (screens.get(Screen.KEYS) instanceof KeysView view) {
      view.examine();
    }
  }

  private void showSettings() {
    new Dialog("settings", "Settings", veil::hide, new SettingsView(settings, this::showDoctor))
        .open(veil);
  }
}
