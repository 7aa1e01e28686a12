package dev.touchstone.key.trace.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks of a pcapng file, little-endian (draft-ietf-opsawg-pcapng): a type, a length, a body, the
 * length again.
 */
final class Blocks {

  /** LINKTYPE_USB_LINUX_MMAPPED, https://www.tcpdump.org/linktypes.html. */
  static final int USB_LINUX_MMAPPED = 220;

  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int PACKET = 6;
  private static final int COMMENT = 1;
  private static final int SYSTEM = 3;
  private static final int PROGRAM = 4;
  private static final int RESOLUTION = 9;
  private static final int LONGEST_COMMENT = 60_000;

  private final OutputStream out;

  Blocks(OutputStream out) {
    this.out = out;
  }

  /** An option of a block. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  private record Option(int code, byte[] value) {
    static Option text(int code, String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return new Option(code, utf8.length > LONGEST_COMMENT ? cut(utf8) : utf8);
    }

    /** Before the character that would not fit. */
    private static byte[] cut(byte[] utf8) {
      int end = LONGEST_COMMENT;
      while ((utf8[end] & 0xc0) == 0x80) {
        end--;
      }
      return Arrays.copyOf(utf8, end);
    }

    int size() {
      return 4 + padded(value.length);
    }
  }

  void section(String program, String system, String comment) throws IOException {
    byte[] body = new byte[16];
    little(body).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1);
    block(
        SECTION,
        body,
        List.of(
            Option.text(COMMENT, comment),
            Option.text(SYSTEM, system),
            Option.text(PROGRAM, program)));
  }

  void usbInterface() throws IOException {
    byte[] body = new byte[8];
    little(body).putShort((short) USB_LINUX_MMAPPED);
    block(INTERFACE, body, List.of(new Option(RESOLUTION, new byte[] {9})));
  }

  /**
   * Writes a packet.
   *
   * @param epochNanos when
   */
  void packet(long epochNanos, byte[] data, List<String> comments) throws IOException {
    byte[] body = new byte[20 + padded(data.length)];
    little(body)
        .putInt(0)
        .putInt((int) (epochNanos >>> 32))
        .putInt((int) epochNanos)
        .putInt(data.length)
        .putInt(data.length)
        .put(data);
    block(PACKET, body, comments.stream().map(it -> Option.text(COMMENT, it)).toList());
  }

  private void block(int type, byte[] body, List<Option> options) throws IOException {
    int optionSize = options.isEmpty() ? 0 : options.stream().mapToInt(Option::size).sum() + 4;
    int length = 12 + body.length + optionSize;
    byte[] bytes = new byte[length];
    ByteBuffer block = little(bytes).putInt(type).putInt(length).put(body);
    for (Option option : options) {
      block.putShort((short) option.code()).putShort((short) option.value().length);
      block
          .put(option.value())
          .position(block.position() + padded(option.value().length) - option.value().length);
    }
    if (!options.isEmpty()) {
      block.putInt(0);
    }
    block.putInt(length);
    out.write(bytes);
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
