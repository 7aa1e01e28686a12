package dev.touchstone.key.transport;

import java.util.Locale;

/**
 * What went wrong between a key and this program, in the raw code of whoever reported it. It passes
 * through every layer unchanged; what to tell a person is decided from it at the top.
 */
public sealed interface WireError
    permits WireError.CtapHid, WireError.StatusWord, WireError.Pcsc, SystemError, Symptom {

  /** How other tools write it, such as {@code 0x06}, {@code 6985} or {@code EACCES}. */
  String code();

  /**
   * The key answered a packet with CTAPHID_ERROR, CTAP 2.3 §11.2.9.1.6.
   *
   * @param value the byte as it came, 0 to 255
   */
  record CtapHid(int value) implements WireError {
    @Override
    public String code() {
      return String.format(Locale.ROOT, "0x%02x", value);
    }
  }

  /**
   * The applet answered an APDU with something else than 9000, ISO 7816-4 §5.1.3.
   *
   * @param value both bytes, 0 to 0xffff
   */
  record StatusWord(int value) implements WireError {

    /** From the short that yubikit keeps. */
    public static StatusWord of(short word) {
      return new StatusWord(Short.toUnsignedInt(word));
    }

    @Override
    public String code() {
      return String.format(Locale.ROOT, "%04x", value);
    }
  }

  /**
   * The PC/SC service failed; {@link PcscCode} knows the names.
   *
   * @param value 32 bits, such as 0x8010000b
   */
  record Pcsc(int value) implements WireError {
    @Override
    public String code() {
      return String.format(Locale.ROOT, "0x%08x", value);
    }
  }
}
