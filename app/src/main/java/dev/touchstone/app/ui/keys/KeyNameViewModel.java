package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.NameKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Giving a key a name and a colour, or taking them away. */
public final class KeyNameViewModel {

  private final UseCases useCases;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<KeyDevice>> key =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<KeyColour> colour = new SimpleObjectProperty<>(KeyColour.NONE);
  private final ReadOnlyObjectWrapper<Optional<Advice>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  KeyNameViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  /** The key that is being named; empty while none is. */
  public ReadOnlyObjectProperty<Optional<KeyDevice>> keyProperty() {
    return key.getReadOnlyProperty();
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ObjectProperty<KeyColour> colourProperty() {
    return colour;
  }

  /** Why the name was not taken. */
  public ReadOnlyObjectProperty<Optional<Advice>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Begins with what it is called now. */
  public void open(KeyDevice named) {
    name.set(named.label().map(KeyLabel::name).orElse(""));
    colour.set(named.label().map(KeyLabel::colour).orElse(KeyColour.NONE));
    problem.set(Optional.empty());
    key.set(Optional.of(named));
  }

  /** Leaves it as it is. */
  public void close() {
    key.set(Optional.empty());
  }

  /** Keeps the name. */
  public void save() {
    key.get()
        .ifPresent(named ->
            run(() -> {
              var _ =
                  useCases
                      .keys()
                      .name()
                      .apply(
                          new NameKey.Request(Optional.of(named.id()), name.get(), colour.get()));
            }));
  }

  /** Takes the name away. */
  public void forget() {
    key.get()
        .flatMap(KeyDevice::label)
        .ifPresent(label ->
            run(() -> {
              var _ = useCases.keys().forgetName().apply(label.name());
            }));
  }

  private interface Work {
    void run() throws Exception;
  }

  private void run(Work work) {
    background.run(
        () -> {
          work.run();
          return true;
        },
        done -> close(),
        failure -> problem.set(Optional.of(Failures.adviceOn(failure))));
  }
}
