package dev.touchstone.app.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as a person writes it. URL, header values and body may hold variables such as {@code
 * {{name}}}.
 *
 * @param method such as {@code GET} (RFC 9110 §9)
 * @param url whole, from {@code https://} or a variable on
 * @param headers in the order in which they are sent
 * @param body what it carries
 * @param follow whether redirects are followed
 */
public record Request(String method, String url, List<Header> headers, Body body, boolean follow) {

  public Request {
    headers = List.copyOf(headers);
  }

  /** One without headers and body. */
  public static Request of(String method, String url) {
    return new Request(method, url, List.of(), Body.none(), false);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.stream().filter(it -> it.is(name)).map(Header::value).findFirst();
  }

  /** The same with this header in the place of all others of its name. */
  public Request with(String name, String value) {
    List<Header> all = new ArrayList<>(headers);
    all.removeIf(it -> it.is(name));
    all.add(new Header(name, value));
    return withHeaders(all);
  }

  /** The same with other headers. */
  public Request withHeaders(List<Header> others) {
    return new Request(method, url, others, body, follow);
  }

  /** The same elsewhere. */
  public Request withUrl(String other) {
    return new Request(method, other, headers, body, follow);
  }

  /** The same with another body. */
  public Request withBody(Body other) {
    return new Request(method, url, headers, other, follow);
  }

  /** The same, following redirects or not. */
  public Request following(boolean redirects) {
    return new Request(method, url, headers, body, redirects);
  }

  /** The media type of the body without its parameters, in lower case; empty if nothing says it. */
  public String mediaType() {
    return MediaType.of(header("Content-Type").orElse(""));
  }

  @Override
  public String toString() {
    // No part that may hold a token.
    return "Request " + method + " " + headers;
  }
}
