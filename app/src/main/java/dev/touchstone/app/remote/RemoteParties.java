package dev.touchstone.app.remote;

import dev.touchstone.app.party.Party;
import java.util.function.Consumer;

/** The relying party of a server, in whatever it speaks. */
public final class RemoteParties {

  private RemoteParties() {}

  /** Connects when it is first asked. */
  public static Party at(RemoteServer server) {
    return at(server, _ -> {});
  }

  /**
   * The same, with an ear for the access tokens that the server gives out.
   *
   * @param tokens must not keep them longer than they are needed
   */
  public static Party at(RemoteServer server, Consumer<String> tokens) {
    return switch (server.api()) {
      case TOUCHSTONE -> new TouchstoneParty(server, tokens);
      case CONFORMANCE -> new ConformanceParty(server);
    };
  }
}
