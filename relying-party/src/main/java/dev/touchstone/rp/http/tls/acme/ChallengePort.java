package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A plain HTTP port that answers http-01 challenges and leads everybody else to HTTPS. Nothing of
 * the API is behind it, so that no token ever travels in the clear.
 */
final class ChallengePort implements AutoCloseable {

  private static final int THREADS = 8;
  private static final long IDLE_MILLIS = 10_000;

  private final Server server;
  private final ServerConnector connector;

  private ChallengePort(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Begins to listen.
   *
   * @param domains to which other requests are led
   * @throws CertificateRefused if the port cannot be had
   */
  static ChallengePort open(
      InetSocketAddress address, Set<String> domains, ChallengeResponses responses)
      throws CertificateRefused {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("acme-challenge");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setHandler(new Answers(domains, responses));
    try {
      server.start();
      return new ChallengePort(server, connector);
    } catch (Exception e) { // so Jetty declares it
      stop(server);
      throw new CertificateRefused(
          "Port %d for the authority's challenges cannot be opened on %s."
              .formatted(address.getPort(), address.getHostString()),
          "End the program that has it, or, below 1024, allow it (systemd:"
              + " AmbientCapabilities=CAP_NET_BIND_SERVICE), or lead port 80 to another one and"
              + " name that with --acme-port.",
          e);
    }
  }

  /** Where it listens, which the system chose if it was asked for port 0. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) { // so Jetty declares it
      throw new IllegalStateException("a server without requests can be stopped", e);
    }
  }

  private static final class Answers extends Handler.Abstract {

    private final Set<String> domains;
    private final ChallengeResponses responses;

    private Answers(Set<String> domains, ChallengeResponses responses) {
      this.domains = domains;
      this.responses = responses;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Optional<String> answer = responses.at(Request.getPathInContext(request));
      if (answer.isPresent()) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        Content.Sink.write(response, true, answer.get(), callback);
        return true;
      }
      String host = String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT);
      if (domains.contains(host)) { // and nowhere else: a redirect to any host helps phishers
        Response.sendRedirect(
            request,
            response,
            callback,
            HttpStatus.MOVED_PERMANENTLY_301,
            "https://" + host + request.getHttpURI().getPathQuery(),
            true);
        return true;
      }
      response.setStatus(HttpStatus.NOT_FOUND_404);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
      Content.Sink.write(response, true, "There is nothing here.\n", callback);
      return true;
    }
  }
}
