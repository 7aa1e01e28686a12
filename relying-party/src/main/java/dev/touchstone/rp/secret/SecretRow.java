package dev.touchstone.rp.secret;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;

/**
 * A secret as it is kept.
 *
 * @param name unique, such as {@code mail/password}
 * @param keyId which key encrypts it
 * @param encrypted with AES-256-GCM; the name is authenticated with it
 * @param changed when it was written
 */
public record SecretRow(String name, String keyId, Bytes encrypted, Instant changed) {}
