package dev.touchstone.app.remote;

import dev.touchstone.app.party.Party;

/** The relying party of a server, in whatever it speaks. */
public final class RemoteParties {

  private RemoteParties() {}

  /** Connects when it is first asked. */
  public static Party at(RemoteServer server) {
    return switch (server.api()) {
      case TOUCHSTONE -> new TouchstoneParty(server);
      case CONFORMANCE -> new ConformanceParty(server);
    };
  }
}
