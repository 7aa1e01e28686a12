package dev.touchstone.key.transport.hid;

import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.HidPort;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plugs a virtual key into the Linux kernel by {@code /dev/uhid}, so that it has a {@code hidraw}
 * node like a key on USB. The layout of the events is that of {@code linux/uhid.h}.
 */
final class UhidKey implements AutoCloseable {

  static final int VENDOR = 0x1209;
  static final int PRODUCT = 0x0004;

  private static final int DESTROY = 1;
  private static final int CREATE2 = 11;
  private static final int INPUT2 = 12;
  private static final int OUTPUT = 6;
  private static final int EVENT_SIZE = 4 + 4372;
  private static final int OUTPUT_DATA_SIZE = 4096;
  private static final int REPORT_SIZE = 64;
  private static final short BUS_USB = 3;

  /** CTAP 2.3 §11.2.8.1: usage page F1D0, reports of 64 bytes each way. */
  private static final byte[] REPORT_DESCRIPTOR =
      HexFormat.of()
          .parseHex("06d0f10901a1010920150026ff00750895408102" + "0921150026ff00750895409102c0");

  // Not a channel: a blocked read of one keeps its writers waiting.
  private final RandomAccessFile uhid;
  private final HidPort port;
  private final AtomicBoolean pulledOut = new AtomicBoolean();

  private UhidKey(RandomAccessFile uhid, HidPort port) {
    this.uhid = uhid;
    this.port = port;
  }

  /** Whether this machine lets us; named by the tests' condition. */
  static boolean isPossible() {
    return Files.isWritable(Path.of("/dev/uhid"));
  }

  static UhidKey plugIn(String name, VirtualKey key) throws IOException {
    UhidKey plugged = new UhidKey(new RandomAccessFile("/dev/uhid", "rw"), key.connect());
    plugged.uhid.write(creation(name));
    start("uhid to key", plugged::carryToTheKey);
    start("key to uhid", plugged::carryFromTheKey);
    return plugged;
  }

  private static byte[] creation(String name) {
    ByteBuffer event = ByteBuffer.allocate(EVENT_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    event.putInt(CREATE2).put(name.getBytes(StandardCharsets.US_ASCII));
    event.position(4 + 128 + 64 + 64);
    event.putShort((short) REPORT_DESCRIPTOR.length).putShort(BUS_USB);
    event.putInt(VENDOR).putInt(PRODUCT).putInt(0x100).putInt(0).put(REPORT_DESCRIPTOR);
    return event.array();
  }

  private void carryToTheKey() throws IOException {
    byte[] event = new byte[EVENT_SIZE];
    while (uhid.read(event) >= 4) {
      ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
      if (fields.getInt(0) == OUTPUT) {
        // The report number 0 may stand before the 64 bytes.
        int start = 4 + fields.getShort(4 + OUTPUT_DATA_SIZE) - REPORT_SIZE;
        port.write(Arrays.copyOfRange(event, start, start + REPORT_SIZE));
      }
    }
  }

  private void carryFromTheKey() throws IOException {
    while (true) {
      byte[] report = port.read(Duration.ofMinutes(1));
      if (report != null) {
        ByteBuffer event =
            ByteBuffer.allocate(4 + 2 + report.length).order(ByteOrder.LITTLE_ENDIAN);
        uhid.write(event.putInt(INPUT2).putShort((short) report.length).put(report).array());
      }
    }
  }

  private interface Carrier {
    void run() throws IOException;
  }

  private static void start(String name, Carrier carrier) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            carrier.run();
          } catch (IOException e) {
            // pulled out
          }
        });
  }

  /** Pulls it out. In so many words: closing alone waits for the thread that reads. */
  @Override
  public void close() throws IOException {
    if (pulledOut.compareAndSet(false, true)) {
      uhid.write(
          ByteBuffer.allocate(EVENT_SIZE).order(ByteOrder.LITTLE_ENDIAN).putInt(DESTROY).array());
    }
    port.close();
    uhid.close();
  }
}
