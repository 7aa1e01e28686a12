package dev.touchstone.key.ctap;

/**
 * One or two salts for hmac-secret, encrypted, CTAP 2.3 §12.
 *
 * @param platformKey ours
 * @param saltEnc encrypted salts
 * @param saltAuth proof over the encrypted salts
 * @param protocol version of the PIN/UV auth protocol
 */
public record HmacSecretInput(
    KeyAgreementKey platformKey, Bytes saltEnc, Bytes saltAuth, int protocol) {}
