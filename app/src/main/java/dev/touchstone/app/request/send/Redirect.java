package dev.touchstone.app.request.send;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a redirect leads (RFC 9110 §15.4), and what may go there. To another origin go only headers
 * that are known to say nothing about the person, and no body.
 */
record Redirect(Request request, URI uri, List<String> dropped, String refused) {

  private static final Set<Integer> CODES = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> HARMLESS =
      Set.of(
          "accept", "accept-encoding", "accept-language", "user-agent", "cache-control", "pragma");

  static boolean is(Answer answer) {
    return CODES.contains(answer.status()) && answer.header("Location").isPresent();
  }

  private static Redirect refusing(Request request, URI from, String why) {
    return new Redirect(request, from, List.of(), why);
  }

  /** The next request; with a reason in it if there is to be none. */
  static Redirect of(Request request, URI from, Answer answer) {
    URI to;
    try {
      String location = answer.header("Location").orElse("").replace(" ", "%20");
      to = Address.read(from.resolve(new URI(location)).toString()).uri();
    } catch (URISyntaxException | IllegalArgumentException | Failure e) {
      return refusing(request, from, "The redirect leads to no address that can be followed.");
    }
    if (Origin.of(from).isEncrypted() && !Origin.of(to).isEncrypted()) {
      return refusing(
          request,
          from,
          "The redirect to %s was not followed: it leads out of TLS.".formatted(Origin.of(to)));
    }
    Request next = method(request, answer.status());
    if (Origin.of(from).equals(Origin.of(to))) {
      return new Redirect(next, to, List.of(), "");
    }
    if (!(next.body() instanceof Body.None)) {
      return refusing(
          request,
          from,
          "The redirect to %s was not followed: it would hand the body to another server."
              .formatted(Origin.of(to)));
    }
    List<Header> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (Header header : next.headers()) {
      if (HARMLESS.contains(header.name().toLowerCase(Locale.ROOT))) {
        kept.add(header);
      } else {
        dropped.add(header.name());
      }
    }
    return new Redirect(next.withHeaders(kept), to, dropped, "");
  }

  /** Browsers make a GET of a POST for 301 and 302, and everything but HEAD for 303. */
  private static Request method(Request request, int status) {
    boolean get =
        (status == 303 && !request.method().equals("HEAD"))
            || ((status == 301 || status == 302) && request.method().equals("POST"));
    if (!get) {
      return request;
    }
    List<Header> headers =
        request.headers().stream()
            .filter(it -> !it.name().toLowerCase(Locale.ROOT).startsWith("content-"))
            .toList();
    return new Request("GET", request.url(), headers, Body.none(), request.follow());
  }
}
