package dev.touchstone.key.ctap;

/**
 * A public key on P-256 for the agreement on a secret, CTAP 2.3 §6.5.6.
 *
 * @param x 32 bytes, big-endian
 * @param y 32 bytes, big-endian
 */
public record KeyAgreementKey(Bytes x, Bytes y) {}
