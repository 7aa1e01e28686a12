package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;

/**
 * The hash that chains a row to the one before it: SHA-256 over
 *
 * <pre>
 * "touchstone audit row 1"   as text
 * the hash of the row before 32 bytes; of the first row of a writer: 32 bytes of zero
 * writer                     as text
 * seq, at                    8 bytes each, big-endian
 * event, outcome, actor, subject, credential, address, agent, reason, detail
 *                            as text, in this order
 * </pre>
 *
 * where a text is the number of its UTF-8 bytes (4 bytes, big-endian) and then these bytes. Each
 * part says how long it is, so no two rows have the same encoding.
 */
public final class RowHash {

  /** What stands for the row before the first. */
  public static final Bytes BEGINNING = Bytes.of(new byte[32]);

  private static final String DOMAIN = "touchstone audit row 1";

  private RowHash() {}

  /** The hash that this row has to have, whatever it says of itself. */
  public static Bytes of(Bytes before, AuditRow row) {
    return new Encoding()
        .text(DOMAIN)
        .bytes(before)
        .text(row.writer())
        .number(row.seq())
        .number(row.at())
        .text(row.event())
        .text(row.outcome())
        .text(row.actor())
        .text(row.subject())
        .text(row.credential())
        .text(row.address())
        .text(row.agent())
        .text(row.reason())
        .text(row.detail())
        .sha256();
  }
}
