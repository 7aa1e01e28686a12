package dev.touchstone.app.usecase.request;

import dev.touchstone.app.request.Origin;

/**
 * A token (RFC 6750) and where alone it may be sent.
 *
 * @param text of the token
 */
public record Bearer(String text, Origin only) {

  @Override
  public String toString() {
    return "Bearer for " + only;
  }
}
