package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.failure.RelyingPartyException;

/**
 * Where records are kept. May be used from several threads; other processes may use the same store
 * at the same time.
 */
public interface Store extends AutoCloseable {

  /** Something to do with the records. */
  @FunctionalInterface
  interface Work<T> {
    T with(Records records) throws RelyingPartyException;
  }

  /**
   * Reads.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  <T> T read(Work<T> work) throws RelyingPartyException;

  /**
   * Reads a few rows by their keys. Where one connection writes, this waits until it comes by and
   * uses what it has in memory: dearer for whoever reads alone, and far cheaper where many write.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  default <T> T lookUp(Work<T> work) throws RelyingPartyException {
    return read(work);
  }

  /**
   * Reads and writes, alone and wholly: while the work runs nobody else writes, and either all of
   * it is stored or, when it throws or the process dies, nothing. The work may be run more than
   * once before that; only the last run counts.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be written
   */
  <T> T write(Work<T> work) throws RelyingPartyException;

  @Override
  void close();
}
