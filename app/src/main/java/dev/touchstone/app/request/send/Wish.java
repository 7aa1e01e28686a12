package dev.touchstone.app.request.send;

import java.util.Optional;

/**
 * How a request is to be sent.
 *
 * @param pin SHA-256 of the one certificate that is accepted at the request's own origin; empty for
 *     what this computer trusts
 * @param unchecked whether any certificate will do
 * @param limits how much of the server is borne
 */
public record Wish(Optional<String> pin, boolean unchecked, Limits limits) {

  /** What this computer trusts, and the usual limits. */
  public static Wish usual() {
    return new Wish(Optional.empty(), false, Limits.usual());
  }
}
