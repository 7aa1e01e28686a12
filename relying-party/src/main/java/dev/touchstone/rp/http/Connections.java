package dev.touchstone.rp.http;

import dev.touchstone.rp.http.tls.Tls;
import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** How the server takes connections, and lets them go. */
final class Connections {

  /**
   * In milliseconds, for requests in flight; one takes a few of them, and Ctrl-C leaves a program
   * two seconds.
   */
  private static final long STOP_PATIENCE = 1_500;

  private final ServerSettings settings;
  private final ListeningSocket socket;
  private final RequestsInFlight inFlight = new RequestsInFlight();
  private @Nullable Server server;

  Connections(ServerSettings settings, ListeningSocket socket) {
    this.settings = settings;
    this.socket = socket;
  }

  void configure(JettyConfig jetty) {
    jetty.modifyServer(this::server);
    jetty.modifyHttpConfiguration(this::http);
    jetty.addConnector(this::connector);
  }

  /** Ends the connections that clients keep for their next request. */
  void endIdle() {
    if (server != null) {
      for (Connector connector : server.getConnectors()) {
        inFlight.endOthers(connector.getConnectedEndPoints());
      }
    }
  }

  private void server(Server server) {
    this.server = server;
    server.setHandler(inFlight);
    server.setStopTimeout(STOP_PATIENCE);
    server.setErrorHandler(new ProblemErrorHandler());
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
  }

  private void http(HttpConfiguration http) {
    http.setRequestHeaderSize(settings.limits().header());
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setIdleTimeout(settings.limits().idle().toMillis());
    // what is left of a body that was refused is not worth reading
    http.setMaxUnconsumedRequestContentReads(1);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    Connector connector =
        settings
            .tls()
            .map(tls -> secure(tls, server, http))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    if (connector instanceof ServerConnector network) {
      network.setIdleTimeout(settings.limits().idle().toMillis());
      open(network);
    }
    return connector;
  }

  private Connector secure(Tls tls, Server server, HttpConfiguration http) {
    return tls.connector(server, http, socket.host(), socket.port());
  }

  private void open(ServerConnector connector) {
    try {
      connector.open(socket.channel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
