package dev.touchstone.app.remote;

import java.net.URI;
import java.util.Optional;

/**
 * A server with a relying party.
 *
 * @param name what the operator calls it
 * @param address where its API begins, such as {@code https://keys.example.org}
 * @param api what it speaks
 * @param pin SHA-256 of the one certificate that is accepted, 64 hex digits; empty for whatever
 *     this computer trusts
 * @param origin where the client claims to be; empty for the server's own origin
 */
public record RemoteServer(
    String name, URI address, Api api, Optional<String> pin, Optional<String> origin) {

  /** The ways to speak with a relying party. */
  public enum Api {
    /** Ours: {@code /register/begin} and so on, described in docs/http-api.md. */
    TOUCHSTONE,
    /** FIDO's: {@code /attestation/options} and so on. */
    CONFORMANCE
  }

  /** The origin at which the client claims to be (RFC 6454 §6.1). */
  public String clientOrigin() {
    return origin.orElseGet(() -> {
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      return address.getScheme() + "://" + address.getHost() + port;
    });
  }

  /** The address of an end point. */
  URI at(String path) {
    String base = address.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
