package dev.touchstone.key.ctap.yubikit;

import dev.touchstone.key.transport.Mark;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Reads what makers' own commands answer. */
final class VendorNumber {

  private static final int YUBICO_SERIAL = 0x02;
  private static final int UUID_LENGTH = 16;

  private VendorNumber() {}

  /**
   * Of a YubiKey's device configuration: a length byte, then tags of one byte, lengths of one byte,
   * values. A key that was told to hide its number leaves it out.
   */
  static Optional<Mark.Serial> yubico(byte[] config) {
    int end = config.length == 0 ? 0 : Math.min(config.length, 1 + (config[0] & 0xff));
    int at = 1;
    while (at + 2 <= end) {
      int length = config[at + 1] & 0xff;
      int next = at + 2 + length;
      if (next > end) {
        return Optional.empty();
      }
      if (config[at] == YUBICO_SERIAL && length == 4) {
        int number = ByteBuffer.wrap(config, at + 2, 4).getInt();
        return number == 0
            ? Optional.empty()
            : Optional.of(new Mark.Serial("Yubico", Integer.toUnsignedString(number)));
      }
      at = next;
    }
    return Optional.empty();
  }

  /** Of a key with Trussed firmware: 16 bytes; all zero where none was given. */
  static Optional<Mark.Serial> trussed(byte[] uuid) {
    if (uuid.length != UUID_LENGTH) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(uuid);
    UUID number = new UUID(bytes.getLong(), bytes.getLong());
    return number.equals(new UUID(0, 0))
        ? Optional.empty()
        : Optional.of(new Mark.Serial("Trussed", number.toString()));
  }
}
