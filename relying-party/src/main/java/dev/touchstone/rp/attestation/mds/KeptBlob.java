package dev.touchstone.rp.attestation.mds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A BLOB that is kept.
 *
 * @param source the address or file that it came from
 * @param jws as it came; empty where only the rest is of interest
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
    Instant fetched) {

  /** What is told of it, without its megabytes. */
  public KeptBlob withoutText() {
    return new KeptBlob(source, "", etag, number, nextUpdate, fetched);
  }

  /** By which it is told from others. */
  public BlobMark mark() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.UTF_8));
      return new BlobMark(source, HexFormat.of().formatHex(digest), fetched);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
