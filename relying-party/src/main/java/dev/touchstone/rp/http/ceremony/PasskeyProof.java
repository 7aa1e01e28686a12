package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.token.Proof;
import java.time.Instant;

/** What an accepted assertion proved. */
final class PasskeyProof {

  /** After the SHA-256 of the RP ID (WebAuthn Level 3 §6.1). */
  private static final int FLAGS = 32;

  private static final int USER_VERIFIED = 0x04;

  private PasskeyProof() {}

  /**
   * Reads it.
   *
   * @param credential as it is stored; that its key cannot leave its hardware is known only where
   *     an attestation says so, and where it is not a key that may be backed up
   * @param assertion whose signature was verified
   */
  static Proof of(Credential credential, ObjectNode assertion, Instant now) {
    Bytes data = Bytes.ofBase64Url(assertion.at("/response/authenticatorData").asText());
    boolean hardware = credential.trusted() && !credential.backupEligible();
    return Proof.passkey(hardware, (data.at(FLAGS) & USER_VERIFIED) != 0, now);
  }
}
