package dev.touchstone.key.transport;

/** The wire on which a key is reached. */
public enum Transport {
  USB_HID,
  /** A card reader, by contacts or NFC, through PC/SC. */
  SMART_CARD,
  /** A key made of software inside this program; it speaks the same CTAPHID reports. */
  VIRTUAL,
  /** CTAPHID reports over UDP, as firmware simulators speak them. */
  UDP
}
