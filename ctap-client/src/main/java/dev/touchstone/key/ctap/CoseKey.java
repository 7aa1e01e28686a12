package dev.touchstone.key.ctap;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A credential's public key, RFC 9052 §7.
 *
 * @param algorithm COSE algorithm number, such as -7 for ES256
 * @param publicKey the same key for Java; empty for a kind that Java does not know
 */
public record CoseKey(int algorithm, Optional<PublicKey> publicKey) {}
