package dev.touchstone.app.ui.requests;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.MintToken.Minted;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A sign-in with a key at a server, for the token that it gives out. */
public final class MintViewModel {

  private final UseCases useCases;
  private final Background background;
  private final CeremonyViewModel ceremony;
  private final Supplier<Optional<RemoteServer>> here;
  private final TokenChoice tokens;
  private final ObservableList<RemoteServer> servers = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<RemoteServer>> server =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty user = new SimpleStringProperty("");
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final BooleanProperty refreshable = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final AtomicReference<Optional<Minted>> last = new AtomicReference<>(Optional.empty());

  /** Where somebody signed in last. */
  private Optional<RemoteServer> usual = Optional.empty();

  /**
   * @param here the server that this window runs; empty while it runs none
   * @param tokens takes the token
   */
  public MintViewModel(
      UseCases useCases,
      Background background,
      CeremonyViewModel ceremony,
      Supplier<Optional<RemoteServer>> here,
      TokenChoice tokens) {
    this.useCases = useCases;
    this.background = background;
    this.ceremony = ceremony;
    this.here = here;
    this.tokens = tokens;
    ceremony.phaseProperty().subscribe((before, now) -> phase(now));
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /** Those that give out tokens: the one of this computer while it runs, and the kept ones. */
  public ObservableList<RemoteServer> servers() {
    return servers;
  }

  public ObjectProperty<Optional<RemoteServer>> serverProperty() {
    return server;
  }

  /** Who signs in; blank for the one whom the key tells. */
  public StringProperty userProperty() {
    return user;
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  /** Whether a refresh token is asked for. */
  public BooleanProperty refreshableProperty() {
    return refreshable;
  }

  /** Whether somebody is about to sign in. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Asks who signs in where. */
  public void begin() {
    background.run(
        () -> useCases.remote().list(),
        this::offer,
        // the list is told about where it is kept; the server of this computer does without
        _ -> offer(List.of()));
  }

  private void offer(List<RemoteServer> kept) {
    List<RemoteServer> now = new ArrayList<>();
    here.get().ifPresent(now::add);
    kept.stream().filter(it -> it.api() == RemoteServer.Api.TOUCHSTONE).forEach(now::add);
    Optional<RemoteServer> before = usual.filter(now::contains);
    server.set(Optional.empty());
    servers.setAll(now);
    server.set(before.or(() -> now.stream().findFirst()));
    open.set(true);
  }

  /** Signs in as it is filled in. */
  public void start() {
    server
        .get()
        .ifPresent(at -> {
          SignIn.Request request =
              new SignIn.Request(
                  key.get().keyId(),
                  new AuthenticationRequest(
                      Optional.of(user.get().strip()).filter(it -> !it.isEmpty()),
                      "preferred",
                      List.of(),
                      "{}"));
          boolean wanted = refreshable.get();
          ceremony.start((watcher, cancellation) -> {
            Minted minted = useCases.mintToken().run(at, request, wanted, watcher, cancellation);
            last.set(Optional.of(minted));
            return minted.result();
          });
        });
  }

  private void phase(Phase now) {
    if (now instanceof Phase.Finished) {
      last.getAndSet(Optional.empty())
          .filter(_ -> open.get()) // not for whoever went back meanwhile
          .ifPresent(minted -> {
            usual = Optional.of(minted.server());
            tokens.take(minted);
          });
      ceremony.reset();
      open.set(false);
    }
  }

  /** Not now. */
  public void leave() {
    ceremony.cancel();
    ceremony.reset();
    open.set(false);
  }
}
