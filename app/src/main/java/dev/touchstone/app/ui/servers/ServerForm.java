package dev.touchstone.app.ui.servers;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.remote.ServerAddress;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person types to keep a server. */
public final class ServerForm {

  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final ObjectProperty<Api> api = new SimpleObjectProperty<>(Api.TOUCHSTONE);
  private final StringProperty pin = new SimpleStringProperty("");
  private final StringProperty origin = new SimpleStringProperty("");

  /** What the person calls it. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Where its API begins. */
  public StringProperty addressProperty() {
    return address;
  }

  public ObjectProperty<Api> apiProperty() {
    return api;
  }

  /** 64 hex digits, or nothing. */
  public StringProperty pinProperty() {
    return pin;
  }

  /** Where the client claims to be, or nothing for the server's own origin. */
  public StringProperty originProperty() {
    return origin;
  }

  /** Whether enough is filled in to try. */
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () -> !name.get().isBlank() && !address.get().isBlank(), name, address);
  }

  /**
   * The server that is described.
   *
   * @throws Failure if the address or the pin is none
   */
  RemoteServer read() throws Failure {
    return new RemoteServer(
        name.get().strip(),
        ServerAddress.read(address.get()),
        api.get(),
        ServerAddress.pin(given(pin)),
        given(origin));
  }

  void clear() {
    Stream.of(name, address, pin, origin).forEach(it -> it.set(""));
    api.set(Api.TOUCHSTONE);
  }

  private static Optional<String> given(StringProperty text) {
    return Optional.of(text.get().strip()).filter(it -> !it.isEmpty());
  }
}
