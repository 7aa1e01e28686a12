package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CoseKey;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.UserAccount;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A discoverable credential as the key that holds it describes it, CTAP 2.3 §6.8.4.
 *
 * @param user whose it is; names are empty or shortened as the key keeps them
 * @param protection level 1 to 3 of the extension credProtect; empty where the key does not tell
 * @param largeBlobKey whether there is one; its value is a secret and not kept here
 * @param thirdPartyPayment whether others than the relying party may start a payment with it; empty
 *     where the key does not tell
 */
public record StoredCredential(
    Rp rp,
    CredentialId id,
    UserAccount user,
    CoseKey publicKey,
    OptionalInt protection,
    boolean largeBlobKey,
    Optional<Boolean> thirdPartyPayment) {

  /**
   * Whom a credential is for, as far as the key knows it.
   *
   * @param id the RP ID, perhaps shortened; empty where the key kept the hash only
   * @param idHash SHA-256 of the whole RP ID
   */
  public record Rp(Optional<String> id, Bytes idHash) {

    /** Whether the key kept a part of the RP ID only, CTAP 2.3 §6.8.7. */
    public boolean isShortened() {
      return id.isPresent()
          && !Bytes.of(id.get().getBytes(StandardCharsets.UTF_8)).sha256().equals(idHash);
    }
  }
}
