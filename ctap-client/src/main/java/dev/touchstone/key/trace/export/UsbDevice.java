package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A key as a capture on Linux would show it (Documentation/usb/usbmon.rst): a USB device with a
 * FIDO interface, or a card reader by the USB class CCID that holds the card. Keys that were
 * reached otherwise are shown in the same way, since it is what Wireshark can read.
 */
final class UsbDevice {

  private static final int INTERRUPT = 1;
  private static final int CONTROL = 2;
  private static final int BULK = 3;
  private static final int IN = 0x80;
  private static final int REPORT_ENDPOINT = 1;
  private static final int CARD_ENDPOINT = 2;
  private static final int DEVICE_DESCRIPTOR = 1;
  private static final int CONFIGURATION_DESCRIPTOR = 2;
  private static final int REPORT_DESCRIPTOR = 0x22;

  /** Two 64-byte reports under the usage page of FIDO, CTAP 2.3 §11.2.8.2. */
  private static final byte[] REPORTS =
      HexFormat.of()
          .parseHex(
              "06d0f10901a1010920150026ff00750895408102092115" + "0026ff0075089540" + "9102c0");

  private static final byte[] FIDO_CONFIGURATION =
      HexFormat.of()
          .parseHex(
              "09022900010100803209040000020300000009211101000122"
                  + "2200"
                  + "07058103400005"
                  + "07050103400005");

  private static final byte[] READER_CONFIGURATION =
      HexFormat.of()
          .parseHex(
              "09025600010100803209040000030b000000"
                  + "362110010007030000000000"
                  + "a00f0000a00f00000000000000fe000000"
                  + "00000000000000007e0204000f01000000000000"
                  + "00000001"
                  + "01"
                  + "07058203000200"
                  + "07050203000200"
                  + "07058303080010");

  private final Device device;
  private final int bus;
  private final int address;
  private int sequence;
  private long urb;

  /**
   * A device.
   *
   * @param number of its connection; addresses go up to 127 on each bus
   */
  UsbDevice(Device device, int number) {
    this.device = device;
    this.bus = 1 + (number - 1) / 127;
    this.address = 1 + (number - 1) % 127;
  }

  /** How a computer gets to know it: requests and answers in turn. */
  byte[][] enumeration() {
    boolean reports = device.wire() == Wire.REPORTS;
    byte[] configuration = (reports ? FIDO_CONFIGURATION : READER_CONFIGURATION).clone();
    return reports
        ? new byte[][] {
          ask(DEVICE_DESCRIPTOR, 18), answer(deviceDescriptor()),
          ask(CONFIGURATION_DESCRIPTOR, configuration.length), answer(configuration),
          ask(REPORT_DESCRIPTOR, REPORTS.length), answer(REPORTS)
        }
        : new byte[][] {
          ask(DEVICE_DESCRIPTOR, 18), answer(deviceDescriptor()),
          ask(CONFIGURATION_DESCRIPTOR, configuration.length), answer(configuration)
        };
  }

  private byte[] deviceDescriptor() {
    return ByteBuffer.allocate(18)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {18, DEVICE_DESCRIPTOR, 0, 2, 0, 0, 0, 64})
        .putShort((short) device.vendorId())
        .putShort((short) device.productId())
        .put(new byte[] {0, 1, 0, 0, 0, 1})
        .array();
  }

  /** A report as it was, or an APDU in the bulk message that carries it to or from a reader. */
  byte[] frame(Packet packet) {
    boolean reports = device.wire() == Wire.REPORTS;
    int endpoint = (reports ? REPORT_ENDPOINT : CARD_ENDPOINT) | (packet.toKey() ? 0 : IN);
    urb++;
    return urb(
        packet.toKey() ? 'S' : 'C',
        reports ? INTERRUPT : BULK,
        endpoint,
        null,
        reports ? packet.bytes() : blockOf(packet));
  }

  /** PC_to_RDR_XfrBlock and RDR_to_PC_DataBlock, USB CCID 1.10 §6.1.4 and §6.2.1. */
  private byte[] blockOf(Packet packet) {
    sequence = packet.toKey() ? sequence + 1 & 0xff : sequence;
    return ByteBuffer.allocate(10 + packet.bytes().length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) (packet.toKey() ? 0x6f : 0x80))
        .putInt(packet.bytes().length)
        .put((byte) 0)
        .put((byte) sequence)
        .put(new byte[3])
        .put(packet.bytes())
        .array();
  }

  private byte[] ask(int descriptor, int length) {
    urb++;
    byte[] setup =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) (descriptor == REPORT_DESCRIPTOR ? IN | 1 : IN))
            .put((byte) 6)
            .putShort((short) (descriptor << 8))
            .putShort((short) 0)
            .putShort((short) length)
            .array();
    return urb('S', CONTROL, IN, setup, new byte[0]);
  }

  private byte[] answer(byte[] descriptor) {
    return urb('C', CONTROL, IN, null, descriptor);
  }

  private byte[] urb(char event, int type, int endpoint, byte @Nullable [] setup, byte[] data) {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header
        .putLong((long) bus << 40 | (long) address << 32 | urb)
        .put((byte) event)
        .put((byte) type)
        .put((byte) endpoint)
        .put((byte) address)
        .putShort((short) bus)
        .put((byte) (setup == null ? '-' : 0))
        .put((byte) (data.length > 0 ? 0 : event == 'S' ? '<' : '>'))
        .putLong(0)
        .putInt(0)
        .putInt(event == 'S' ? -115 : 0) // -EINPROGRESS until it is done
        .putInt(data.length)
        .putInt(data.length)
        .put(setup == null ? new byte[8] : setup);
    ByteArrayOutputStream frame = new ByteArrayOutputStream(64 + data.length);
    frame.writeBytes(header.array());
    frame.writeBytes(data);
    return frame.toByteArray();
  }
}
