package dev.touchstone.key.ctap;

import java.util.Optional;
import java.util.Set;

/**
 * CTAP 2.3 §6.5 authenticatorClientPIN: PIN tries, setting and changing the PIN, and tokens that
 * prove that a person was verified. Everything secret in these records is encrypted for the key.
 */
public sealed interface ClientPin<R> extends CtapCommand<R> {

  /** §6.5.5.2 getPINRetries. */
  record GetPinRetries() implements ClientPin<GetPinRetries.Reply> {

    /**
     * How often the PIN may still be wrong.
     *
     * @param retries before the PIN is blocked for good
     * @param powerCycleNeeded no PIN is taken before the key is plugged in again
     */
    public record Reply(int retries, boolean powerCycleNeeded) {}
  }

  /** §6.5.5.3 getUVRetries. */
  record GetUvRetries() implements ClientPin<GetUvRetries.Reply> {

    /**
     * How often the finger may still be wrong.
     *
     * @param retries of the key's own user verification
     */
    public record Reply(int retries) {}
  }

  /**
   * §6.5.5.4 getKeyAgreement.
   *
   * @param protocol version of the PIN/UV auth protocol
   */
  record GetKeyAgreement(int protocol) implements ClientPin<GetKeyAgreement.Reply> {

    /**
     * The half that is public.
     *
     * @param key the key's own public key
     */
    public record Reply(KeyAgreementKey key) {}
  }

  /**
   * §6.5.5.5 setPIN: the first PIN of a key.
   *
   * @param newPinEnc the new PIN, padded to 64 bytes and encrypted
   * @param pinUvAuthParam proof over {@code newPinEnc}
   */
  record SetPin(int protocol, KeyAgreementKey platformKey, Bytes newPinEnc, Bytes pinUvAuthParam)
      implements ClientPin<Done> {}

  /**
   * §6.5.5.6 changePIN: another PIN in return for the current one.
   *
   * @param newPinEnc the new PIN, padded to 64 bytes and encrypted
   * @param pinHashEnc of the current PIN
   * @param pinUvAuthParam proof over {@code newPinEnc}, then {@code pinHashEnc}
   */
  record ChangePin(
      int protocol,
      KeyAgreementKey platformKey,
      Bytes newPinEnc,
      Bytes pinHashEnc,
      Bytes pinUvAuthParam)
      implements ClientPin<Done> {}

  /** The key has the new PIN. */
  record Done() {}

  /** A token in return for the PIN, for keys without permissions: §6.5.5.7.1 getPinToken. */
  record GetPinToken(int protocol, KeyAgreementKey platformKey, Bytes pinHashEnc)
      implements ClientPin<TokenReply> {}

  /**
   * A token in return for the PIN: §6.5.5.7.2 getPinUvAuthTokenUsingPinWithPermissions.
   *
   * @param rpId whom it is for; empty for managing the key
   */
  record GetTokenUsingPin(
      int protocol,
      KeyAgreementKey platformKey,
      Bytes pinHashEnc,
      Set<Permission> permissions,
      Optional<String> rpId)
      implements ClientPin<TokenReply> {}

  /**
   * A token in return for, say, a finger: §6.5.5.7.3 getPinUvAuthTokenUsingUvWithPermissions.
   *
   * @param rpId whom it is for; empty for managing the key
   */
  record GetTokenUsingUv(
      int protocol, KeyAgreementKey platformKey, Set<Permission> permissions, Optional<String> rpId)
      implements ClientPin<TokenReply> {}

  /**
   * The token.
   *
   * @param tokenEnc the pinUvAuthToken, encrypted for us
   */
  record TokenReply(Bytes tokenEnc) {}

  /** What a token permits, CTAP 2.3 §6.5.5.7. */
  enum Permission {
    MAKE_CREDENTIAL(0x01),
    GET_ASSERTION(0x02),
    CREDENTIAL_MANAGEMENT(0x04),
    BIO_ENROLLMENT(0x08),
    LARGE_BLOB_WRITE(0x10),
    AUTHENTICATOR_CONFIGURATION(0x20),
    /** For a token that outlives the key's power, and may only list. */
    PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY(0x40);

    private final int bit;

    Permission(int bit) {
      this.bit = bit;
    }

    public int bit() {
      return bit;
    }
  }
}
