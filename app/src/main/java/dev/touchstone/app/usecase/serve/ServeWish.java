package dev.touchstone.app.usecase.serve;

import java.util.List;

/**
 * How the relying party is to be served.
 *
 * @param host a name or an address of this computer
 * @param port 0 for a free one
 * @param originsGiven whether somebody chose the origins; otherwise the server's own is added
 * @param corsOrigins pages of these origins may use the API
 */
public record ServeWish(String host, int port, boolean originsGiven, List<String> corsOrigins) {

  public ServeWish {
    corsOrigins = List.copyOf(corsOrigins);
  }
}
