package dev.touchstone.app.request.send;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a request (RFC 9112 §3). A header that the person gave is sent as it was given. */
final class RequestWriter {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

  private RequestWriter() {}

  /**
   * Looks whether it can be written.
   *
   * @throws Failure if its method or a header is none
   */
  static void check(Request request) throws Failure {
    if (!TOKEN.matcher(request.method()).matches()) {
      throw RequestAdvice.malformed("'%s'".formatted(request.method()), "is no method of HTTP");
    }
    for (Header header : request.headers()) {
      if (!TOKEN.matcher(header.name()).matches()) {
        throw RequestAdvice.malformed("'%s'".formatted(header.name()), "is no name of a header");
      }
      if (header.value().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
        throw RequestAdvice.malformed(
            "The value of the header '%s'".formatted(header.name()),
            "holds the end of a line, which would begin another header");
      }
    }
  }

  /** All header fields, ours behind the person's. */
  static List<Header> headers(Request request, URI uri, int length) {
    List<Header> all = new ArrayList<>();
    if (request.header("Host").isEmpty()) {
      all.add(new Header("Host", Origin.of(uri).authority()));
    }
    all.addAll(request.headers());
    add(all, request, "User-Agent", "Touchstone");
    add(all, request, "Accept", "*/*");
    boolean body = !(request.body() instanceof Body.None) || expectsBody(request.method());
    if (body && request.header("Transfer-Encoding").isEmpty()) {
      add(all, request, "Content-Length", String.valueOf(length));
    }
    add(all, request, "Connection", "close");
    return all;
  }

  private static void add(List<Header> all, Request request, String name, String value) {
    if (request.header(name).isEmpty()) {
      all.add(new Header(name, value));
    }
  }

  private static boolean expectsBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  static byte[] body(Request request) {
    return switch (request.body()) {
      case Body.None _ -> new byte[0];
      case Body.Text(var text) -> text.getBytes(StandardCharsets.UTF_8);
      case Body.Raw(var bytes) -> bytes;
    };
  }

  static void write(String method, URI uri, List<Header> headers, byte[] body, OutputStream out)
      throws IOException {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(uri.getRawPath()).append(query).append(" HTTP/1.1\r\n");
    headers.forEach(it -> head.append(it.name()).append(": ").append(it.value()).append("\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    out.write(bytes.toByteArray());
    out.flush();
  }
}
