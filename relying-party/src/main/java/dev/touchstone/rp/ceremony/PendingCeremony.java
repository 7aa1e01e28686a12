package dev.touchstone.rp.ceremony;

import java.time.Instant;

/**
 * A ceremony that was begun.
 *
 * @param ceremony as it is remembered
 */
public record PendingCeremony(Ceremony ceremony) {

  /** Names it when it is finished. */
  public String id() {
    return ceremony.id();
  }

  /**
   * W3C {@code PublicKeyCredentialCreationOptionsJSON} or {@code
   * PublicKeyCredentialRequestOptionsJSON}.
   */
  public String optionsJson() {
    return ceremony.optionsJson();
  }

  /** After this its challenge is refused. */
  public Instant expires() {
    return ceremony.expires();
  }
}
