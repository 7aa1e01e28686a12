package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.ReplaceCredential;
import dev.touchstone.app.usecase.ReplaceCredential.Order;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A credential that gets a successor: what the person wants, and the ceremony that does it. */
public final class ReplaceViewModel {

  private final UseCases useCases;
  private final CeremonyViewModel ceremony;
  private final AccountDeeds deeds;
  private final ReadOnlyObjectWrapper<Optional<Credential>> old =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final StringProperty label = new SimpleStringProperty("");
  private final BooleanProperty revokeFirst = new SimpleBooleanProperty();

  public ReplaceViewModel(UseCases useCases, CeremonyViewModel ceremony, AccountDeeds deeds) {
    this.useCases = useCases;
    this.ceremony = ceremony;
    this.deeds = deeds;
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /** What is to be replaced; empty while nothing is. */
  public ReadOnlyObjectProperty<Optional<Credential>> oldProperty() {
    return old.getReadOnlyProperty();
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  /** What the new credential is called. */
  public StringProperty labelProperty() {
    return label;
  }

  /** Whether the old one is revoked whatever becomes of the new one. */
  public BooleanProperty revokeFirstProperty() {
    return revokeFirst;
  }

  /** Somebody wants to replace this one. */
  public void prepare(Credential credential) {
    label.set(credential.label());
    revokeFirst.set(false);
    old.set(Optional.of(credential));
  }

  /** Not now. */
  public void leave() {
    old.set(Optional.empty());
  }

  /** Registers the new one and revokes the old one, in the order that was chosen. */
  public void start() {
    old.get().ifPresent(this::start);
  }

  private void start(Credential credential) {
    Order order = revokeFirst.get() ? Order.REVOKE_FIRST : Order.REGISTER_FIRST;
    ReplaceCredential.Request request =
        new ReplaceCredential.Request(
            credential.id(), key.get().keyId(), Optional.of(label.get().strip()), order);
    ceremony.start((watcher, cancellation) ->
        useCases.replaceCredential().run(request, watcher, cancellation).ceremony());
  }

  /** The ceremony is over, and the person has seen its end. */
  public void finish() {
    Optional<Credential> replaced = old.get();
    leave();
    ceremony.reset();
    replaced.ifPresent(it -> deeds.tell(""));
  }
}
