package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.ServerAddress;
import dev.touchstone.app.remote.ServerList;
import dev.touchstone.app.remote.ServerLook;
import dev.touchstone.app.usecase.audit.SettingsTrail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with relying parties on servers. */
public final class RemoteUseCases {

  private final ServerList servers;
  private final Function<RemoteServer, Ceremonies> ceremonies;
  private final SettingsTrail trail;

  /**
   * The ceremonies with one server.
   *
   * @param register WebAuthn Level 3 §7.1
   * @param signIn WebAuthn Level 3 §7.2
   */
  public record Ceremonies(RegisterCredential register, SignIn signIn) {}

  public RemoteUseCases(
      ServerList servers, Function<RemoteServer, Ceremonies> ceremonies, SettingsTrail trail) {
    this.servers = servers;
    this.ceremonies = ceremonies;
    this.trail = trail;
  }

  /** The same two ceremonies as with the relying party inside. */
  public Ceremonies at(RemoteServer server) {
    return ceremonies.apply(server);
  }

  /**
   * The servers that are kept.
   *
   * @throws Failure if the list cannot be read
   */
  public List<RemoteServer> list() throws Failure {
    try {
      return servers.all();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The server that somebody names, by the name under which it is kept or by its address.
   *
   * @param api for an address; the kept one's own wins
   * @throws Failure if it is neither
   */
  public RemoteServer find(String nameOrAddress, RemoteServer.Api api, Optional<String> pin)
      throws Failure {
    try {
      Optional<RemoteServer> kept = servers.named(nameOrAddress);
      if (kept.isPresent()) {
        return kept.get();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (!nameOrAddress.contains("://")) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "No server is kept under the name '%s'.".formatted(nameOrAddress),
              "",
              "Give its address, like https://keys.example.org, or keep it with 'touchstone"
                  + " servers add'.",
              ""));
    }
    return new RemoteServer(
        nameOrAddress,
        ServerAddress.read(nameOrAddress),
        api,
        ServerAddress.pin(pin),
        Optional.empty());
  }

  /**
   * Keeps a server, instead of another of the same name.
   *
   * @throws Failure if the name says nothing, or the list cannot be written
   */
  public void add(RemoteServer server) throws Failure {
    if (server.name().isBlank() || server.name().contains("://")) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "'%s' is no name for a server.".formatted(server.name()),
              "",
              "Call it by a word, such as 'production'.",
              ""));
    }
    try {
      servers.add(server);
    } catch (IOException e) {
      throw unwritable(e);
    }
    trail.changed("server", "%s: kept, at %s".formatted(server.name(), server.address()));
  }

  /**
   * Keeps a server no longer. Nothing happens to the server itself.
   *
   * @throws Failure if there is none of that name, or the list cannot be written
   */
  public void remove(String name) throws Failure {
    try {
      if (!servers.remove(name)) {
        throw new Failure(
            new Advice(
                Advice.Kind.FAILED,
                "No server is kept under the name '%s'.".formatted(name),
                "",
                "'touchstone servers' lists them.",
                ""));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
    trail.changed("server", name + ": kept no longer");
  }

  /**
   * What can be told of a server without doing anything there.
   *
   * @throws Failure if nobody answers
   */
  public ServerLook check(RemoteServer server) throws Failure {
    return ServerLook.at(server);
  }

  private static Failure unreadable(IOException e) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The list of servers cannot be read: %s.".formatted(e.getMessage()),
            "",
            "Mend or remove servers.json in the data folder.",
            ""),
        e);
  }

  private static Failure unwritable(IOException e) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The list of servers cannot be kept: %s.".formatted(e.getMessage()),
            "Nothing was changed.",
            "Check that the data folder can be written.",
            ""),
        e);
  }
}
