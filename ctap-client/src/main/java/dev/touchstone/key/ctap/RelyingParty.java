package dev.touchstone.key.ctap;

/**
 * PublicKeyCredentialRpEntity as keys see it, CTAP 2.3 §6.1.
 *
 * @param id the RP ID, a domain
 * @param name for people; may be empty
 */
public record RelyingParty(String id, String name) {}
