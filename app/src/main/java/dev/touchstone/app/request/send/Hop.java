package dev.touchstone.app.request.send;

import dev.touchstone.app.request.Header;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer.
 *
 * @param method that was sent
 * @param uri where it went
 * @param sent the header fields that were sent
 * @param dropped names of header fields that were not, since this server is another one
 * @param peer address and port that answered
 * @param tls empty without TLS
 */
public record Hop(
    String method,
    URI uri,
    List<Header> sent,
    List<String> dropped,
    String peer,
    Optional<TlsFacts> tls,
    Answer answer,
    Timing timing) {

  @Override
  public String toString() {
    return "Hop " + method + " " + answer.status();
  }
}
