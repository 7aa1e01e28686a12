package dev.touchstone.app.remote;

import dev.touchstone.app.party.Party;
import java.util.function.Consumer;

/** The relying party of a server, in whatever it speaks. */
public final class RemoteParties {

  private RemoteParties() {}

  /** Connects when it is first asked. */
  public static Party at(RemoteServer server) {
    return at(server, false, _ -> {});
  }

  /**
   * The same, with an ear for the tokens that the server gives out.
   *
   * @param refreshable whether a refresh token is asked for
   * @param tokens must not keep them longer than they are needed
   */
  public static Party at(RemoteServer server, boolean refreshable, Consumer<IssuedTokens> tokens) {
    return switch (server.api()) {
      case TOUCHSTONE -> new TouchstoneParty(server, refreshable, tokens);
      case CONFORMANCE -> new ConformanceParty(server);
    };
  }
}
