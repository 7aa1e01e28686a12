package dev.touchstone.app.ui.servers;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;

/** Kept servers in words. */
final class ServerWords {

  private static final int ENOUGH_TO_TELL_APART = 8;

  private ServerWords() {}

  static String api(Api api) {
    return switch (api) {
      case TOUCHSTONE -> "Touchstone";
      case CONFORMANCE -> "FIDO conformance";
    };
  }

  /** Which certificates are accepted. */
  static String certificate(RemoteServer server) {
    return server
        .pin()
        .map(pin -> "pinned " + pin.substring(0, ENOUGH_TO_TELL_APART))
        .orElse("as trusted here");
  }

  /** All that is kept, in one line. */
  static String line(RemoteServer server) {
    return "%s, %s, certificate %s%s"
        .formatted(
            server.address(),
            api(server.api()),
            certificate(server),
            server.origin().map(it -> ", origin " + it).orElse(""));
  }
}
