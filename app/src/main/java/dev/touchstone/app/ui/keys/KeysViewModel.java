package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.doctor.DoctorViewModel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.WinkKey;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.Transport;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are plugged in, as they come and go, and what the chosen one tells about itself.
 */
public final class KeysViewModel implements AutoCloseable {

  /** What the right side shows. */
  public sealed interface Detail {
    record Nothing() implements Detail {}

    /** Keys cannot be looked for at all. */
    record NoWatch(Advice advice) implements Detail {}

    record Reading(KeyDevice key) implements Detail {}

    record Read(KeyDescription description) implements Detail {}

    record Unreadable(KeyDevice key, Advice advice) implements Detail {}
  }

  private final UseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final ObservableList<KeyDevice> keys = FXCollections.observableArrayList();
  private final ObservableList<KeyDevice> keysToRead =
      FXCollections.unmodifiableObservableList(keys);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Detail> detail =
      new ReadOnlyObjectWrapper<>(new Detail.Nothing());
  private final PinChangeViewModel pinChange;
  private final KeyNameViewModel naming;
  private final RememberedViewModel remembered;
  private final TouchChoiceViewModel touchChoice;
  private final DoctorViewModel doctor;
  private final ReadOnlyObjectWrapper<Optional<Advice>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<KeyDevice>> wanted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable AutoCloseable watch;
  private @Nullable KeyDevice selected;
  private boolean outdated;
  private boolean closed;

  public KeysViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
    this.pinChange = new PinChangeViewModel(useCases, background, turn, this::refresh);
    this.naming = new KeyNameViewModel(useCases, background);
    this.remembered = new RememberedViewModel(useCases, background);
    this.touchChoice =
        new TouchChoiceViewModel(useCases, background, turn, key -> wanted.set(Optional.of(key)));
    this.doctor = new DoctorViewModel(useCases, background, turn);
  }

  /** Setting and changing the PIN of a key that is shown. */
  public PinChangeViewModel pinChange() {
    return pinChange;
  }

  /** Giving names to keys. */
  public KeyNameViewModel naming() {
    return naming;
  }

  /** Whether the shown key is listed without its PIN. */
  public RememberedViewModel remembered() {
    return remembered;
  }

  /** Choosing a key by touching it. */
  public TouchChoiceViewModel touchChoice() {
    return touchChoice;
  }

  /** What may be in the way of a key. */
  public DoctorViewModel doctor() {
    return doctor;
  }

  /** The key that was touched last to choose it. */
  public ReadOnlyObjectProperty<Optional<KeyDevice>> wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** Why the key did not wink; empty when that was read. */
  public ReadOnlyObjectProperty<Optional<Advice>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** The refusal was read. */
  public void dismiss() {
    refusal.set(Optional.empty());
  }

  /** Has the key show by its light which one it is. */
  public void wink(KeyDevice key) {
    background.run(
        () ->
            turn.read(() -> useCases.keys().wink().run(new WinkKey.Request(Optional.of(key.id())))),
        winked -> {},
        failure -> refusal.set(Optional.of(Failures.adviceOn(failure))));
  }

  /** The keys in the order in which they came, hardware above virtual. */
  public ObservableList<KeyDevice> keys() {
    return keysToRead;
  }

  /** Whether every key that was there at the start has been told. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Detail> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Begins to watch; called once. */
  public void start() {
    background.run(
        () -> useCases.keys().list().watch(event -> background.onWindow(() -> happened(event))),
        this::watching,
        failure -> {
          detail.set(new Detail.NoWatch(Failures.adviceOn(failure)));
          complete.set(true);
        });
  }

  /** Shows this key, reading it anew. */
  public void select(@Nullable KeyDevice key) {
    selected = key;
    outdated = false;
    if (key == null) {
      detail.set(new Detail.Nothing());
      return;
    }
    detail.set(new Detail.Reading(key));
    background.run(
        () ->
            turn.read(() -> useCases.keys().show().run(new ShowKey.Request(Optional.of(key.id())))),
        description -> showIfStillSelected(key, new Detail.Read(description)),
        failure ->
            showIfStillSelected(key, new Detail.Unreadable(key, Failures.adviceOn(failure))));
  }

  /** The shown key is being changed: what was read of it is true no more. */
  public void outdate() {
    outdated = true;
  }

  /** Whether what is shown of the key was read before it was changed. */
  boolean isOutdated() {
    return outdated;
  }

  /** Reads the shown key again. */
  public void refresh() {
    select(selected);
  }

  @Override
  public void close() {
    closed = true;
    AutoCloseable open = watch;
    watch = null;
    if (open != null) {
      end(open);
    }
  }

  private void watching(AutoCloseable handle) {
    if (closed) {
      end(handle);
    } else {
      watch = handle;
    }
  }

  private void end(AutoCloseable handle) {
    background.run(
        () -> {
          handle.close();
          return true;
        },
        done -> {},
        Failures::adviceOn);
  }

  private void happened(KeyEvent event) {
    switch (event) {
      case KeyEvent.Added(KeyDevice key) -> added(key);
      case KeyEvent.Removed(KeyDevice key) -> keys.removeIf(known -> known.id().equals(key.id()));
      case KeyEvent.ListComplete() -> complete.set(true);
    }
  }

  /** In its old place if it got a wire or a name, so that it stays chosen. */
  private void added(KeyDevice key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).id().equals(key.id())) {
        keys.set(i, key);
        return;
      }
    }
    keys.add(placeOf(key), key);
  }

  /** Behind the keys of its kind, hardware above virtual, as {@code touchstone keys} lists them. */
  private int placeOf(KeyDevice key) {
    return key.transport() == Transport.VIRTUAL
        ? keys.size()
        : (int) keys.stream().filter(known -> known.transport() != Transport.VIRTUAL).count();
  }

  private void showIfStillSelected(KeyDevice key, Detail shown) {
    if (key.equals(selected)) {
      detail.set(shown);
    }
  }
}
