package dev.touchstone.rp.http;

import dev.touchstone.rp.http.guard.SecurityHeaders;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for what is refused before any route is looked for. */
final class ProblemErrorHandler extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = Problems.ofStatus(response.getStatus());
    byte[] json = problem.json();
    response.setStatus(problem.code().status());
    SecurityHeaders.tell((name, value) -> response.getHeaders().put(name, value));
    // what follows on this connection may be the rest of what was not understood, so it ends, and
    // clients that keep connections are told
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
    response.write(true, ByteBuffer.wrap(json), callback);
    return true;
  }
}
