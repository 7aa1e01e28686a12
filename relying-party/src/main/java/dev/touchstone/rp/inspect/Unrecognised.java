package dev.touchstone.rp.inspect;

import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Finds the best sentence for an input that is nothing we know. */
final class Unrecognised {

  private static final String SIGNS = "+/-_=";
  private static final String KINDS =
      "The inspector knows registration and authentication responses and options in JSON, attestation"
          + " objects, client data, authenticator data, COSE keys, CBOR, X.509 certificates and JWTs,"
          + " in base64, base64url, hex or raw.";
  private static final String COPY_AGAIN =
      "Copy it again, whole; if it stays like this, report it to whoever made it.";

  private Unrecognised() {}

  /** Text that is neither JSON, nor PEM, nor an encoding of bytes. */
  static InspectionException text(String text) {
    int strange = firstStrange(text);
    if (strange < text.length()) {
      return new InspectionException(
          "This is text, but neither JSON, PEM, a JWT, base64 nor hex: the character \"%s\" fits none of them."
              .formatted(Character.toString(text.codePointAt(strange))),
          OptionalInt.of(strange),
          KINDS);
    }
    return new InspectionException(
        "This looks like base64, but has a number of characters that base64 never has.",
        OptionalInt.of(text.length()),
        COPY_AGAIN);
  }

  /** Bytes that could be read, but mean nothing. */
  static InspectionException bytes(List<Reading> readings) {
    for (Reading reading : readings) {
      String what = resemblance(reading.bytes());
      if (!what.isEmpty()) {
        return damaged(what, reading);
      }
    }
    Reading first = readings.getFirst();
    return new InspectionException(
        "These are %s, read as %s, but they are nothing that is known here."
            .formatted(Bytes.count(first.bytes().length), first.encoding()),
        OptionalInt.empty(),
        KINDS);
  }

  /**
   * The first character that no encoding has, or a space between words; the length if there is
   * none.
   */
  private static int firstStrange(String text) {
    int space = -1;
    boolean inLine = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        inLine = false;
        space = -1;
      } else if (c == ' ' || c == '\t') {
        space = inLine && space < 0 ? i : space;
      } else if (space >= 0) {
        return space;
      } else if (c < 128 && (Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0)) {
        inLine = true;
      } else {
        return i;
      }
    }
    return text.length();
  }

  private static InspectionException damaged(String what, Reading reading) {
    try {
      CborItem.readWhole(reading.bytes());
    } catch (CborException e) {
      return new InspectionException(
          "This begins like %s in %s, but cannot be read: %s."
              .formatted(what, reading.encoding(), e.fault()),
          OptionalInt.of(e.offset()),
          COPY_AGAIN);
    }
    return new InspectionException(
        "This begins like %s in %s, but cannot be read.".formatted(what, reading.encoding()),
        OptionalInt.empty(),
        COPY_AGAIN);
  }

  private static String resemblance(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    int first = bytes[0] & 0xff;
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean map = first >> 5 == 5;
    if (map && (raw.contains("cfmt") || raw.contains("gattStmt") || raw.contains("hauthData"))) {
      return "an attestation object";
    }
    boolean nested = first >> 5 == 4 || map || first >> 5 == 6;
    return nested ? "CBOR" : "";
  }
}
