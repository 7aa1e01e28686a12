package dev.touchstone.rp.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets work that waits at the same time share one transaction: the disk is waited for once, not
 * once each. Work that only reads is done first and let go before the disk is waited for. There is
 * no thread of its own: whoever finds nobody at work leads, does what has queued up, and hands the
 * lead to the next one in the queue. Alone, one thread does its own work at once.
 */
final class GroupCommit<R> {

  /** So that the first of a batch does not wait too long for the last. */
  private static final int LARGEST_BATCH = 128;

  /** Does a batch in one transaction. A job whose work or transaction failed has to be told. */
  @FunctionalInterface
  interface Transaction<R> {
    void run(List<Job<R>> batch);
  }

  /** Something to do with what the transaction offers. */
  @FunctionalInterface
  interface Work<R> {
    @Nullable Object with(R records) throws Exception;
  }

  /** A piece of work and how it ended. */
  static final class Job<R> {
    private final Work<R> work;
    private final boolean reads;
    private final Thread waiting = Thread.currentThread();
    private volatile boolean leads;
    private volatile boolean ended;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    private Job(Work<R> work, boolean reads) {
      this.work = work;
      this.reads = reads;
    }

    /** Does the work, perhaps again; false if it failed, and nothing of it may be kept. */
    boolean run(R records) {
      failure = null;
      try {
        result = work.with(records);
        return true;
      } catch (Throwable e) {
        failure = e;
        return false;
      }
    }

    /** Nothing of it is kept, because the transaction failed. */
    void undone(Throwable why) {
      if (!ended && failure == null) {
        failure = why;
      }
    }

    private void end() {
      leads = false;
      ended = true;
      LockSupport.unpark(waiting);
    }
  }

  private final Transaction<R> reading;
  private final Transaction<R> writing;
  private final Queue<Job<R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean led = new AtomicBoolean();
  private volatile @Nullable Thread leader;

  /**
   * By these transactions.
   *
   * @param reading in which nothing is stored
   * @param writing which is on the disk when it has run
   */
  GroupCommit(Transaction<R> reading, Transaction<R> writing) {
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * Does the work in a transaction, alone or with others, and waits until it is on the disk.
   *
   * @throws Throwable as the work or the transaction does; nothing of the work is kept then
   */
  @Nullable Object write(Work<R> work) throws Throwable {
    return run(new Job<>(work, false));
  }

  /**
   * Does work that stores nothing, before whatever is to be written next.
   *
   * @throws Throwable as the work or the transaction does
   */
  @Nullable Object read(Work<R> work) throws Throwable {
    return run(new Job<>(work, true));
  }

  private @Nullable Object run(Job<R> job) throws Throwable {
    if (Thread.currentThread().equals(leader)) {
      throw new IllegalStateException("work in a transaction would wait for another transaction");
    }
    queue.add(job);
    while (!job.ended) {
      if (job.leads || led.compareAndSet(false, true)) {
        lead();
      } else {
        LockSupport.park(this);
      }
    }
    if (job.failure != null) {
      throw job.failure;
    }
    return job.result;
  }

  /** The leader's own job is the first of the queue, or has come in just now. */
  private void lead() {
    List<Job<R>> readers = new ArrayList<>();
    List<Job<R>> writers = new ArrayList<>();
    leader = Thread.currentThread();
    try {
      for (Job<R> next = queue.poll(); next != null; next = queue.poll()) {
        (next.reads ? readers : writers).add(next);
        if (readers.size() + writers.size() == LARGEST_BATCH) {
          break;
        }
      }
      together(reading, readers);
      readers.forEach(Job::end);
      together(writing, writers);
    } catch (Throwable e) {
      // no memory, say: whoever waits is not to believe that it was done
      readers.forEach(job -> job.undone(e));
      writers.forEach(job -> job.undone(e));
      throw e;
    } finally {
      leader = null;
      handOver();
      readers.forEach(Job::end);
      writers.forEach(Job::end);
    }
  }

  private static <R> void together(Transaction<R> transaction, List<Job<R>> jobs) {
    if (!jobs.isEmpty()) {
      transaction.run(jobs);
    }
  }

  private void handOver() {
    Job<R> next = queue.peek();
    if (next == null) {
      led.set(false);
      next = queue.peek();
      if (next != null) {
        // came in between: it finds nobody leading, unless it is parked already
        LockSupport.unpark(next.waiting);
      }
    } else {
      next.leads = true;
      LockSupport.unpark(next.waiting);
    }
  }
}
