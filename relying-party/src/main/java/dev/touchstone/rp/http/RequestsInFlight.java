package dev.touchstone.rp.http;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Knows on which connections something is being answered. A server that stops waits for those; the
 * others are kept open by clients for a request that may never come, and end at once.
 */
final class RequestsInFlight extends GracefulHandler {

  /** By the client's end: over TLS, Jetty has two objects for one connection. */
  private final Set<Object> busy = ConcurrentHashMap.newKeySet();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Object client = client(request.getConnectionMetaData().getConnection().getEndPoint());
    busy.add(client);
    Request.addCompletionListener(request, _ -> busy.remove(client));
    return super.handle(request, response, callback);
  }

  /** Ends those of these connections on which nothing is being answered. */
  void endOthers(Iterable<EndPoint> connections) {
    for (EndPoint connection : connections) {
      if (!busy.contains(client(connection))) {
        connection.close();
      }
    }
  }

  /** A connection that has just ended has no client any more. */
  private static Object client(EndPoint connection) {
    return Objects.requireNonNullElse(connection.getRemoteSocketAddress(), connection);
  }
}
