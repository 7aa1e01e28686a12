package dev.touchstone.rp.examination;

import dev.touchstone.rp.account.Credential;

/**
 * A stored credential after a second look.
 *
 * @param credential as it was stored before
 * @param trusted whether it is trusted now
 * @param because why, a sentence or more
 */
public record Examined(Credential credential, boolean trusted, String because) {

  /** Whether it was trusted otherwise before. */
  public boolean changed() {
    return trusted != credential.trusted();
  }
}
