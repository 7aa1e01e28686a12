package dev.touchstone.key.ctap;

/**
 * Proof towards the key that a person was verified, CTAP 2.3 §6.5.
 *
 * @param protocol version of the PIN/UV auth protocol
 * @param signature over what the command says is signed
 */
public record PinUvAuthParam(int protocol, Bytes signature) {}
