package dev.touchstone.app.ui.recorder;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A recording that somebody left running: getInfo again and again, each time a refusal comes. */
final class MillionReports {

  private static final byte[] GET_INFO = report("0000000190000104");
  private static final byte[] REPLY =
      report("000000019000 0f 00 a1 01 81 68 4649444f5f325f30 00 00");
  private static final byte[] REFUSED = report("000000019000 01 2e");
  private static final byte[] ALIVE = report("00000001bb0001 01");

  private MillionReports() {}

  private static byte[] report(String hex) {
    byte[] packet = new byte[64];
    byte[] start = HexFormat.of().parseHex(hex.replace(" ", ""));
    System.arraycopy(start, 0, packet, 0, start.length);
    return packet;
  }

  /**
   * Writes it with the recorder's own writer.
   *
   * @param count how many reports, each an entry of its own
   */
  static Path write(Path folder, int count) throws IOException {
    long[] now = {0};
    try (RecordingWriter writer =
        new RecordingWriter(
            new RecordingsFolder(folder, Long.MAX_VALUE, 1),
            new Header(Instant.parse("2026-11-21T10:00:00Z"), "test", "Linux", "25", "", 1),
            () -> now[0] += 1000,
            Long.MAX_VALUE)) {
      writer.add(
          new Entry.Connected(
              1,
              writer.now(),
              new Device("hid-1", "Some key", Transport.USB_HID, "", 1, 2, Wire.REPORTS)));
      for (int i = 0; i < count; i++) {
        writer.add(
            switch (i % 4) {
              case 0 -> message(writer.now(), MessageKind.CTAP2, true, -1, GET_INFO, 1);
              case 1 -> message(writer.now(), MessageKind.KEEPALIVE, false, 1, ALIVE, 1);
              case 2 -> message(writer.now(), MessageKind.KEEPALIVE, false, 1, ALIVE, 1);
              default ->
                  i % 1000 == 999
                      ? message(writer.now(), MessageKind.CTAP2, false, 0x2e, REFUSED, 1)
                      : message(writer.now(), MessageKind.CTAP2, false, 0, REPLY, 15);
            });
      }
      return writer.file();
    }
  }

  private static Entry message(
      long nanos, MessageKind kind, boolean toKey, int status, byte[] packet, int size) {
    return new Entry.Message(
        1,
        nanos,
        new MessageFacts(kind, toKey, true, 1, 4, -1, status, toKey ? -1 : 1000, size),
        List.of(),
        List.of(new Packet(nanos, toKey, packet)));
  }
}
