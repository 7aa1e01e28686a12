package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.UseCases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the relying party is on a server, and which. */
final class ServerOptions {

  @Option(
      names = "--server",
      paramLabel = "SERVER",
      description =
          "A relying party elsewhere instead of the one inside: an address such as"
              + " https://keys.example.org, or a name from 'touchstone servers'.")
  private @Nullable String server;

  @Option(
      names = "--api",
      paramLabel = "API",
      completionCandidates = Words.ServerApi.class,
      defaultValue = "touchstone",
      description =
          "What the server speaks: touchstone, or conformance for the FIDO Alliance's (usually"
              + " ${DEFAULT-VALUE}).")
  private Api api = Api.TOUCHSTONE;

  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description =
          "Accept this one certificate and no other; 'touchstone servers check' shows its SHA-256.")
  private @Nullable String pin;

  /** The ceremonies with the server; empty for the relying party inside. */
  Optional<RemoteUseCases.Ceremonies> ceremonies(UseCases useCases) throws Failure {
    if (server == null) {
      return Optional.empty();
    }
    RemoteUseCases remote = useCases.remote();
    RemoteServer found = remote.find(server, api, Optional.ofNullable(pin));
    return Optional.of(remote.at(found));
  }
}
