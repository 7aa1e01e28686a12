package dev.touchstone.rp.attestation.mds;

import java.time.Instant;

/**
 * Tells one kept BLOB from any other without its megabytes.
 *
 * @param source the address or file that it came from
 * @param digest SHA-256 of the BLOB, hex
 * @param fetched when it came
 */
public record BlobMark(String source, String digest, Instant fetched) {}
