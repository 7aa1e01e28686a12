package dev.touchstone.key.trace.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.trace.RecordedWorld;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.PartyAct;
import dev.touchstone.key.trace.entry.PersonAct;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  private static final Entry CONNECTED =
      new Entry.Connected(
          1,
          5,
          new Device(
              "hid-1",
              "Schlüssel",
              Transport.USB_HID,
              "/dev/hidraw3",
              0x1050,
              0x0407,
              Wire.REPORTS));

  @TempDir private Path folder;

  private static Entry.Message report(long nanos, MessageKind kind, int status, byte... bytes) {
    return new Entry.Message(
        1,
        nanos,
        new MessageFacts(kind, false, true, 0xcafe0001, 4, -1, status, 77, bytes.length),
        List.of(new Mask(1, 2, "pinUvAuthParam")),
        List.of(new Packet(nanos, false, Arrays.copyOf(bytes, 64))));
  }

  private Path write(Entry... entries) throws Exception {
    try (RecordingWriter writer = RecordedWorld.writer(folder, Long.MAX_VALUE)) {
      Stream.of(entries).forEach(writer::add);
      return writer.file();
    }
  }

  private static List<Entry> all(Recording recording) {
    return recording.page(0, recording.size());
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Entry[] entries = {
      CONNECTED,
      report(6, MessageKind.CTAP2, 0x31, (byte) 0x31, (byte) 0, (byte) 9),
      new Entry.Trouble(1, 7, "The key was unplugged."),
      new Entry.Person(1, 8, PersonAct.PIN_WANTED, "Tries left: 3."),
      new Entry.Party(0, 9, PartyAct.SIGN_IN_JUDGED, false, "Step 7.2.21 failed", "{}"),
      new Entry.Note(0, 10, ""),
      new Entry.Disconnected(1, Long.MAX_VALUE)
    };
    Recording recording = Recording.open(write(entries));

    assertThat(all(recording)).containsExactly(entries);
    assertThat(recording.device(1)).map(Device::name).contains("Schlüssel");
    assertThat(recording.header().command()).isEqualTo("register");
    assertThat(recording.damage()).isEmpty();
  }

  @Test
  void anyEntryIsFoundByItsIndex() throws Exception {
    List<Entry> entries = new ArrayList<>(List.of(CONNECTED));
    for (int i = 1; i < 1000; i++) {
      entries.add(report(i, MessageKind.KEEPALIVE, 2, new byte[i % 60]));
    }
    Recording recording = Recording.open(write(entries.toArray(Entry[]::new)));

    assertThat(recording.size()).isEqualTo(1000);
    for (int i : List.of(0, 1, 63, 64, 65, 500, 999)) {
      assertThat(recording.get(i)).isEqualTo(entries.get(i));
    }
    assertThat(recording.page(990, 50)).isEqualTo(entries.subList(990, 1000));
    assertThat(recording.page(2000, 50)).isEmpty();
    assertThatThrownBy(() -> recording.get(1000)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aTornLastEntryIsLeftOutAndSaid() throws Exception {
    Path file = write(CONNECTED, report(6, MessageKind.CTAP2, 0, new byte[50]));
    byte[] whole = Files.readAllBytes(file);
    for (int lost = 1; lost < 40; lost++) {
      Files.write(file, Arrays.copyOf(whole, whole.length - lost));
      Recording recording = Recording.open(file);

      assertThat(all(recording)).containsExactly(CONNECTED);
      assertThat(recording.damage()).isPresent();
    }
  }

  @Test
  void zerosAfterAPowerCutAreLeftOutAndSaid() throws Exception {
    Path file = write(CONNECTED);
    Files.write(file, new byte[4096], StandardOpenOption.APPEND);

    assertThat(all(Recording.open(file))).containsExactly(CONNECTED);
    assertThat(Recording.open(file).damage()).isPresent();
  }

  @Test
  void aDamagedEntryInTheMiddleCostsThatEntryAlone() throws Exception {
    Path file =
        write(
            CONNECTED,
            report(6, MessageKind.CTAP2, 0, new byte[] {1, 2, 3}),
            new Entry.Note(0, 9, "end"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 40] ^= 0x55;
    Files.write(file, bytes);
    List<Entry> entries = all(Recording.open(file));

    assertThat(entries).hasSize(3);
    assertThat(entries.get(1)).isInstanceOf(Entry.Note.class);
    assertThat(entries.get(2)).isEqualTo(new Entry.Note(0, 9, "end"));
  }

  @Test
  void noDamageWhateverBringsTheReaderDown() throws Exception {
    Entry[] entries = new Entry[40];
    Arrays.setAll(entries, i -> i == 0 ? CONNECTED : report(i, MessageKind.CTAP2, 0, new byte[40]));
    Path file = write(entries);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 3; j++) {
        damaged[200 + random.nextInt(whole.length - 200)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      Recording recording = Recording.open(file);

      assertThat(all(recording)).hasSizeLessThanOrEqualTo(40);
      assertThat(new Filter("", "", false, false, "zebra").in(recording, () -> false)).isEmpty();
    }
  }

  @Test
  void somethingElseIsNoRecording() throws Exception {
    Path file = folder.resolve("other.trace");
    Files.writeString(file, "hello, this is no recording at all");
    assertThatThrownBy(() -> Recording.open(file)).isInstanceOf(RecordingUnreadable.class);
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Recording.open(file)).isInstanceOf(RecordingUnreadable.class);
  }

  @Test
  void aRecordingThatIsStillWrittenIsReadOn() throws Exception {
    try (RecordingWriter writer = RecordedWorld.writer(folder, Long.MAX_VALUE)) {
      writer.add(CONNECTED);
      writer.flush();
      Recording recording = Recording.open(writer.file());
      assertThat(recording.size()).isEqualTo(1);

      writer.add(new Entry.Note(0, 9, "more"));
      writer.flush();
      assertThat(recording.refresh()).isTrue();
      assertThat(recording.get(1)).isEqualTo(new Entry.Note(0, 9, "more"));
      assertThat(recording.refresh()).isFalse();
    }
  }

  @Test
  void aFileThatGrowsTooLargeGoesOnInTheNextThatKnowsTheKeys() throws Exception {
    try (RecordingWriter writer = RecordedWorld.writer(folder, 10_000)) {
      writer.add(CONNECTED);
      for (int i = 0; i < 400; i++) {
        writer.add(report(i, MessageKind.CTAP2, 0, filled()));
        writer.flush();
      }
    }
    List<RecordingsFolder.Kept> files = new RecordingsFolder(folder, 1, 7).list();
    int messages = 0;
    for (RecordingsFolder.Kept kept : files) {
      Recording recording = Recording.open(kept.file());
      assertThat(kept.bytes()).isLessThan(11_000);
      assertThat(recording.device(1)).isPresent();
      messages += (int) all(recording).stream().filter(Entry.Message.class::isInstance).count();
    }
    assertThat(files).hasSizeGreaterThan(3);
    assertThat(messages).isEqualTo(400);
  }

  private static byte[] filled() {
    byte[] bytes = new byte[60];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  @Test
  void theOldestGoFirstWhenTheFolderIsFull() throws Exception {
    for (String name : List.of("2020-01-01", "2021-01-01", "2022-01-01")) {
      Files.write(folder.resolve(name + ".trace"), new byte[1000]);
    }
    Files.writeString(folder.resolve("something-else.txt"), "stays");
    RecordingsFolder limited = new RecordingsFolder(folder, 2500, 7);
    limited.create(limited.of(header())).close();

    assertThat(limited.list())
        .extracting(RecordingsFolder.Kept::id)
        .containsExactly("2026-11-21T10-00-00.000-7", "2022-01-01", "2021-01-01");
    assertThat(folder.resolve("something-else.txt")).exists();
  }

  private static Header header() {
    return new Header(Instant.parse("2026-11-21T10:00:00Z"), "", "", "", "", 1);
  }

  @Test
  void recordingsAreTheirOwnersAlone() throws Exception {
    Path inside = folder.resolve("recordings");
    try (RecordingWriter writer = RecordedWorld.writer(inside, Long.MAX_VALUE)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.file())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aDiskThatIsFullEndsTheRecordingAndNothingElse() throws Exception {
    RecordingWriter.Files full =
        new RecordingWriter.Files() {
          @Override
          public Path of(Header header) {
            return Path.of("/dev/full");
          }

          @Override
          public OutputStream create(Path file) {
            return new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            };
          }
        };
    try (RecordingWriter writer = new RecordingWriter(full, header(), System::nanoTime, 1 << 20)) {
      writer.add(CONNECTED);
      writer.flush();
      assertThat(writer.failure()).isPresent();
    }
  }

  @Test
  void aMillionReportsArePagedAndFiltered() throws Exception {
    Path file;
    try (RecordingWriter writer = RecordedWorld.writer(folder, Long.MAX_VALUE)) {
      writer.add(CONNECTED);
      for (int i = 1; i < 1_000_000; i++) {
        writer.add(
            i % 1000 == 0
                ? report(i, MessageKind.CTAP2, 0x36, (byte) 0x36)
                : report(i, MessageKind.KEEPALIVE, 2, (byte) 2));
      }
      file = writer.file();
    }
    Recording recording = Recording.open(file);

    assertThat(recording.size()).isEqualTo(1_000_000);
    assertThat(recording.get(999_999).nanos()).isEqualTo(999_999);
    assertThat(recording.page(500_000, 100)).hasSize(100);
    assertThat(new Filter("", "", true, false, "").in(recording, () -> false)).hasSize(999);
    assertThat(new Filter("", "getinfo", false, false, "PUAT_REQUIRED").in(recording, () -> false))
        .hasSize(999);
    assertThat(new Filter("schlüssel", "", false, true, "").in(recording, () -> false))
        .hasSize(1000);
    assertThat(new Filter("", "", true, false, "").in(recording, () -> true)).hasSizeLessThan(3);
  }
}
