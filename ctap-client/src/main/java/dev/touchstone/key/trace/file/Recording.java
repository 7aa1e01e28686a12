package dev.touchstone.key.trace.file;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A recording, opened to be read: entries by index, however many there are. The file is mapped into
 * memory, and every {@value #STRIDE}th entry has its place in an index, so that a million of them
 * cost a fraction of a second and some 100 kB. May be read by several threads; {@link #refresh} is
 * for one.
 */
public final class Recording {

  private static final int STRIDE = 64;
  private static final int LARGEST_RECORD = 1 << 24;
  private static final ValueLayout.OfInt NUMBER =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Path file;
  private final Header header;
  private final long first;
  private volatile Content content;

  /**
   * What was in the file at the last look.
   *
   * @param places of every {@value Recording#STRIDE}th entry
   * @param size how many entries
   * @param end where the next entry begins
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(
      MemorySegment bytes,
      long[] places,
      int size,
      long end,
      TreeMap<Integer, Device> devices,
      Optional<String> damage) {}

  private Recording(Path file, Header header, long first, MemorySegment bytes) {
    this.file = file;
    this.header = header;
    this.first = first;
    this.content = look(bytes);
  }

  /**
   * Opens a file of the recorder's own format; it may still be written to.
   *
   * @throws RecordingUnreadable if it is something else
   * @throws IOException if it cannot be read
   */
  public static Recording open(Path file) throws IOException {
    MemorySegment bytes = map(file);
    byte[] magic = RecordingWriter.MAGIC;
    boolean ours =
        bytes.byteSize() >= magic.length + EntryWriter.FRAME
            && Arrays.equals(bytes.asSlice(0, magic.length).toArray(ValueLayout.JAVA_BYTE), magic);
    if (!ours) {
      throw new RecordingUnreadable("%s is no recording of this program.".formatted(file));
    }
    long length = length(bytes, magic.length);
    if (length < 0) {
      throw new RecordingUnreadable("The recording %s has lost its beginning.".formatted(file));
    }
    try {
      Header header = EntryReader.header(record(bytes, magic.length));
      return new Recording(file, header, magic.length + EntryWriter.FRAME + length, bytes);
    } catch (EntryReader.Damaged e) {
      throw new RecordingUnreadable("The recording %s has lost its beginning.".formatted(file));
    }
  }

  private static MemorySegment map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }

  public Path file() {
    return file;
  }

  public Header header() {
    return header;
  }

  /** How many entries there are. */
  public int size() {
    return content.size();
  }

  /** One sentence on what is lost, if something is. */
  public Optional<String> damage() {
    return content.damage();
  }

  /** The key behind a connection, as it was called when it was opened. */
  public Optional<Device> device(int connection) {
    return Optional.ofNullable(content.devices().get(connection));
  }

  /** All keys that were opened, by their connections. */
  public List<Device> devices() {
    return List.copyOf(content.devices().values());
  }

  /**
   * The entry at an index from 0. One that was damaged is a note that says so.
   *
   * @throws IndexOutOfBoundsException beyond {@link #size}
   */
  public Entry get(int index) {
    Content now = content;
    if (index < 0 || index >= now.size()) {
      throw new IndexOutOfBoundsException("entry " + index + " of " + now.size());
    }
    return entry(now.bytes(), place(now, index));
  }

  /** Some entries in a row, fewer where the recording ends. */
  public List<Entry> page(int from, int count) {
    Content now = content;
    List<Entry> page = new ArrayList<>();
    int end = (int) Math.min(now.size(), (long) from + count);
    if (from >= 0 && from < end) {
      long at = place(now, from);
      for (int i = from; i < end; i++) {
        page.add(entry(now.bytes(), at));
        at += EntryWriter.FRAME + length(now.bytes(), at);
      }
    }
    return page;
  }

  /** Is shown entries in their order. */
  public interface Visitor {

    /**
     * One entry.
     *
     * @param whole the entry at its full length
     * @return false to see no more
     */
    boolean visit(int index, Entry outline, Whole whole);

    /** Reads the rest of an entry. */
    interface Whole {
      Entry read();
    }
  }

  /** Shows all entries in a row, messages without their packets until they are asked for. */
  public void visit(Visitor visitor) {
    Content now = content;
    long at = first;
    for (int i = 0; i < now.size(); i++) {
      long place = at;
      if (!visitor.visit(i, outline(now.bytes(), at), () -> entry(now.bytes(), place))) {
        return;
      }
      at += EntryWriter.FRAME + length(now.bytes(), at);
    }
  }

  /** Looks whether more was written; says whether so. */
  public boolean refresh() throws IOException {
    int before = size();
    content = look(map(file));
    return size() != before;
  }

  private Content look(MemorySegment bytes) {
    long[] places = new long[1024];
    TreeMap<Integer, Device> devices = new TreeMap<>();
    int count = 0;
    long at = first;
    long last = first;
    while (true) {
      long length = length(bytes, at);
      if (length < 0) {
        break;
      }
      if (count % STRIDE == 0) {
        if (count / STRIDE == places.length) {
          places = Arrays.copyOf(places, places.length * 2);
        }
        places[count / STRIDE] = at;
      }
      if (bytes.get(ValueLayout.JAVA_BYTE, at + EntryWriter.FRAME) == EntryType.CONNECTED
          && entry(bytes, at) instanceof Entry.Connected connected) {
        devices.put(connected.connection(), connected.device());
      }
      count++;
      last = at;
      at += EntryWriter.FRAME + length;
    }
    if (count > 0 && !isSound(bytes, last)) {
      // As a computer leaves it that lost its power: the length is there, the rest is not.
      count--;
      at = last;
    }
    long lost = bytes.byteSize() - at;
    return new Content(
        bytes,
        Arrays.copyOf(places, Math.ceilDiv(count, STRIDE)),
        count,
        at,
        devices,
        lost == 0
            ? Optional.empty()
            : Optional.of(
                "The recording was not ended in order: its last %d bytes are no whole entry and are left out."
                    .formatted(lost)));
  }

  private long place(Content now, int index) {
    long at = now.places()[index / STRIDE];
    for (int i = index % STRIDE; i > 0; i--) {
      at += EntryWriter.FRAME + length(now.bytes(), at);
    }
    return at;
  }

  /** The length of the record there without its frame; -1 if there is no whole one. */
  private static long length(MemorySegment bytes, long at) {
    if (bytes.byteSize() - at <= EntryWriter.FRAME) {
      return -1;
    }
    int length = bytes.get(NUMBER, at);
    boolean possible =
        length > 0
            && length <= LARGEST_RECORD
            && length <= bytes.byteSize() - at - EntryWriter.FRAME;
    return possible ? length : -1;
  }

  private static ByteBuffer record(MemorySegment bytes, long at) {
    return bytes.asSlice(at + EntryWriter.FRAME, length(bytes, at)).asByteBuffer();
  }

  private static boolean isSound(MemorySegment bytes, long at) {
    CRC32C crc = new CRC32C();
    crc.update(record(bytes, at));
    return (int) crc.getValue() == bytes.get(NUMBER, at + 4);
  }

  private static Entry entry(MemorySegment bytes, long at) {
    try {
      return isSound(bytes, at) ? EntryReader.entry(record(bytes, at)) : damaged();
    } catch (EntryReader.Damaged e) {
      return damaged();
    }
  }

  private static Entry outline(MemorySegment bytes, long at) {
    try {
      return EntryReader.outline(record(bytes, at));
    } catch (EntryReader.Damaged e) {
      return damaged();
    }
  }

  private static Entry damaged() {
    return new Entry.Note(Entry.NO_CONNECTION, 0, "An entry here is damaged and cannot be read.");
  }
}
