package dev.touchstone.rp.attestation.mds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A BLOB that is kept.
 *
 * @param source the address or file that it came from
 * @param jws as it came
 * @param etag by which its source knows it
 * @param number its serial number
 * @param nextUpdate when the next one is due
 * @param fetched when it came
 */
public record KeptBlob(
    String source,
    String jws,
    Optional<String> etag,
    long number,
    LocalDate nextUpdate,
    Instant fetched) {}
