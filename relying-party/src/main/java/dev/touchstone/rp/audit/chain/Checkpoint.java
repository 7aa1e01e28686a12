package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Locale;

/**
 * A signed statement of what a chain was at some moment: whoever rewrites the rows up to it has to
 * forge it too, and whoever removes its row is told of by it.
 *
 * @param writer whose chain
 * @param seq the last row that it speaks for
 * @param kind what it says
 * @param at when it was signed
 * @param hash of that row
 * @param keyId which key signed it
 * @param signature over {@link #message}
 */
public record Checkpoint(
    String writer, long seq, Kind kind, Instant at, Bytes hash, String keyId, Bytes signature) {

  /** What a checkpoint says. */
  public enum Kind {
    /** The chain went up to this row. */
    SIGNED,
    /** The rows up to this one were removed by policy; the chain goes on behind it. */
    RETAINED;

    /** As it is stored and signed. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String DOMAIN = "touchstone audit checkpoint 1";

  /** Signs what a chain is now; the time is cut to milliseconds, as the store keeps it. */
  public static Checkpoint sign(ChainLink link, Kind kind, Instant now, CheckpointSigner signer) {
    Instant at = Instant.ofEpochMilli(now.toEpochMilli());
    Bytes message = message(link.writer(), link.seq(), kind, at, link.hash(), signer.keyId());
    return new Checkpoint(
        link.writer(), link.seq(), kind, at, link.hash(), signer.keyId(), signer.sign(message));
  }

  /** The bytes that are signed; texts and numbers as in {@link RowHash}. */
  public Bytes message() {
    return message(writer, seq, kind, at, hash, keyId);
  }

  private static Bytes message(
      String writer, long seq, Kind kind, Instant at, Bytes hash, String keyId) {
    return new Encoding()
        .text(DOMAIN)
        .text(writer)
        .number(seq)
        .text(kind.word())
        .number(at.toEpochMilli())
        .text(hash.hex())
        .text(keyId)
        .toBytes();
  }
}
