package dev.touchstone.rp.admin;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store that has the audit trail signed after every so many writes, and at its end. Nobody who
 * writes waits for that: what is signed is what there is when the signer comes to it.
 */
public final class CheckpointingStore implements Store {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointingStore.class);

  /** Whoever can write the database can take back this many writes unnoticed. */
  private static final long EVERY = 1000;

  private final Store store;
  private final AuditDesk desk;
  private final AtomicLong unsigned = new AtomicLong();
  private final AtomicBoolean signing = new AtomicBoolean();

  /**
   * Around this store.
   *
   * @param desk of the same store
   */
  public CheckpointingStore(Store store, AuditDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  @Override
  public <T> T read(Work<T> work) throws RelyingPartyException {
    return store.read(work);
  }

  @Override
  public <T> T lookUp(Work<T> work) throws RelyingPartyException {
    return store.lookUp(work);
  }

  @Override
  public <T> T write(Work<T> work) throws RelyingPartyException {
    T result = store.write(work);
    if (unsigned.incrementAndGet() >= EVERY && signing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("audit-checkpoint").start(this::signAndGoOn);
    }
    return result;
  }

  private void signAndGoOn() {
    try {
      sign();
    } finally {
      signing.set(false);
    }
  }

  /** What cannot be signed now is signed next time: the rows wait. */
  private void sign() {
    unsigned.set(0);
    try {
      desk.checkpoint();
    } catch (RelyingPartyException | RuntimeException e) {
      LOG.warn("The audit trail could not be signed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    if (unsigned.get() > 0) {
      sign();
    }
    store.close();
  }
}
