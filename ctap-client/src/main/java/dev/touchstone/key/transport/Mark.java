package dev.touchstone.key.transport;

/** What no two keys have in common: two devices with one mark are one key on two wires. */
public sealed interface Mark {

  /**
   * The number that its maker gave to this one key, as the key itself tells it.
   *
   * @param maker who counts, such as {@code Yubico}
   * @param number such as {@code 12345678}, or a UUID
   */
  record Serial(String maker, String number) implements Mark {}

  /**
   * The device that is plugged in, of which a HID interface and a card reader may both be parts.
   *
   * @param bus as the operating system counts
   * @param address on that bus, until it is unplugged
   */
  record UsbDevice(int bus, int address) implements Mark {}
}
