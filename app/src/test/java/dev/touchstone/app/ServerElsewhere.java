package dev.touchstone.app;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.app.virtual.VirtualKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A second instance of the program on a folder of its own, which serves over HTTP. */
public final class ServerElsewhere implements AutoCloseable {

  private final Wiring wiring;
  private final ServeHttp.Running server;

  private ServerElsewhere(Wiring wiring, ServeHttp.Running server) {
    this.wiring = wiring;
    this.server = server;
  }

  /** Starts it at any free port. */
  public static ServerElsewhere on(Path folder) throws Failure {
    Wiring wiring =
        new Wiring(Settings.usual(folder), () -> new VirtualKeys(), InstantSource.system());
    return new ServerElsewhere(
        wiring,
        wiring.serveHttp().run(new ServeWish("127.0.0.1", 0, false, List.of(), Optional.empty())));
  }

  /** Where it is asked: by a name, since an address is no RP ID. */
  public String address() {
    return "http://localhost:" + URI.create(server.url()).getPort();
  }

  /** What can be done at its own console. */
  public Wiring console() {
    return wiring;
  }

  /** Nobody answers there any more. */
  public void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    wiring.close();
  }
}
