package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;

/**
 * A place in a chain, with all that is needed to go on from there.
 *
 * @param writer whose chain
 * @param seq the number of the row; 0 before the first
 * @param hash of that row
 */
public record ChainLink(String writer, long seq, Bytes hash) {

  /** Before the first row of a writer. */
  public static ChainLink beginningOf(String writer) {
    return new ChainLink(writer, 0, RowHash.BEGINNING);
  }
}
