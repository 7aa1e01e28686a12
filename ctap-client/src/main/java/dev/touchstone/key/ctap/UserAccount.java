package dev.touchstone.key.ctap;

/**
 * PublicKeyCredentialUserEntity as keys see it, CTAP 2.3 §6.1. Keys leave the names away where the
 * person was not verified; they are empty then.
 *
 * @param id the user handle, 1 to 64 bytes
 */
public record UserAccount(Bytes id, String name, String displayName) {}
