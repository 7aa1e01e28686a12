package dev.touchstone.key.trace.file;

import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the recording of one run. Entries are put into a buffer by whoever has them, and written
 * by a thread of its own a moment later, so that a key does not wait for a disk; when the buffer is
 * full, its writer waits. A failure ends the recording and never what is recorded.
 */
public final class RecordingWriter implements Timeline, AutoCloseable {

  static final byte[] MAGIC = {(byte) 0x89, 'T', 'S', 'T', 'R', 'C', '\n', 1};

  private static final Logger log = LoggerFactory.getLogger(RecordingWriter.class);
  private static final int BUFFER = 256 * 1024;
  private static final long MOMENT_NANOS = 50_000_000;

  private final Files files;
  private final LongSupplier clock;
  private final long origin;
  private final long limit;
  private final Octets buffer = new Octets();
  private final Map<Integer, Entry.Connected> open = new TreeMap<>();
  private final Thread thread;
  private Header header;
  private @Nullable OutputStream out;
  private Path file;
  private long written;
  private boolean waiting;
  private boolean closed;
  private @Nullable IOException failure;

  /** Where a run's files come from. */
  public interface Files {

    /** The file of that part of the run; there is none yet. */
    Path of(Header header);

    /**
     * Makes it, for its owner alone.
     *
     * @throws IOException if that cannot be done
     */
    OutputStream create(Path file) throws IOException;
  }

  /**
   * Begins a recording.
   *
   * @param clock nanoseconds that only go forward, from any origin
   * @param limit bytes after which a next file is begun
   * @throws IOException if the file cannot be made
   */
  public RecordingWriter(Files files, Header header, LongSupplier clock, long limit)
      throws IOException {
    this.files = files;
    this.header = header;
    this.clock = clock;
    this.origin = clock.getAsLong();
    this.limit = limit;
    this.file = files.of(header);
    this.thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::write);
    begin();
    drain();
    thread.start();
  }

  @Override
  public long now() {
    return clock.getAsLong() - origin;
  }

  @Override
  public void add(Entry entry) {
    boolean wake;
    synchronized (this) {
      if (closed || failure != null) {
        return;
      }
      remember(entry);
      EntryWriter.write(entry, buffer);
      if (buffer.size() >= BUFFER) {
        drain();
      }
      wake = !waiting;
      waiting = true;
    }
    if (wake) {
      LockSupport.unpark(thread);
    }
  }

  /** The file that is written now: the last one of the run. */
  public synchronized Path file() {
    return file;
  }

  /** Why no more is recorded, if it is so. */
  public synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Writes what is still in the buffer. */
  public synchronized void flush() {
    drain();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      drain();
      shut();
    }
    LockSupport.unpark(thread);
  }

  private void remember(Entry entry) {
    switch (entry) {
      case Entry.Connected connected -> open.put(connected.connection(), connected);
      case Entry.Disconnected gone -> open.remove(gone.connection());
      case Entry.Message _, Entry.Trouble _, Entry.Person _, Entry.Party _, Entry.Note _ -> {}
    }
  }

  private void write() {
    while (true) {
      synchronized (this) {
        if (closed) {
          return;
        }
        if (waiting) {
          drain();
          waiting = false;
        }
      }
      LockSupport.park(this);
      LockSupport.parkNanos(this, MOMENT_NANOS);
    }
  }

  private void begin() throws IOException {
    file = files.of(header);
    out = files.create(file);
    written = 0;
    buffer.raw(MAGIC, MAGIC.length);
    EntryWriter.write(header, buffer);
    open.values().forEach(it -> EntryWriter.write(it, buffer));
  }

  private void drain() {
    OutputStream target = out;
    if (target == null || buffer.size() == 0) {
      return;
    }
    try {
      written += buffer.size();
      buffer.drain(target);
      if (written >= limit && !closed) {
        header = header.next();
        EntryWriter.write(
            new Entry.Note(
                Entry.NO_CONNECTION,
                now(),
                "It goes on in the file %s.".formatted(files.of(header).getFileName())),
            buffer);
        buffer.drain(target);
        shut();
        begin();
      }
    } catch (IOException e) {
      failure = e;
      buffer.clear();
      shut();
      log.warn("No more is recorded in {}: {}", file, e.getMessage());
    }
  }

  private void shut() {
    OutputStream last = out;
    out = null;
    if (last == null) {
      return;
    }
    try {
      last.close();
    } catch (IOException e) {
      failure = e;
      log.warn("The recording {} was not closed in order: {}", file, e.getMessage());
    }
  }
}
