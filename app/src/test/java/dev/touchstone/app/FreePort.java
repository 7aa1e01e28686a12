package dev.touchstone.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of 127.0.0.1 at which nobody listens. It is below those that the system gives to
 * connections: one of these would sooner or later be taken in the middle of a test, if only by the
 * connection that finds out whether anybody listens there.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_000;

  private FreePort() {}

  /** Any of them. */
  public static int any() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException e) {
        // somebody has it: another one
      }
    }
  }
}
