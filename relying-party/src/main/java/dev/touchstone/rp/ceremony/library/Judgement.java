package dev.touchstone.rp.ceremony.library;

import java.util.regex.Pattern;

/**
 * What the library decided by itself.
 *
 * @param accepted whether it accepted
 * @param words its reason in prose when it did not, empty otherwise
 * @param attestationTrusted whether the attestation led to a trust anchor; false when it refused,
 *     and for an authentication
 */
public record Judgement(boolean accepted, String words, boolean attestationTrusted) {

  /** The library wraps its reasons, and a wrapped message begins with the name of a Java class. */
  private static final Pattern CLASS_NAME = Pattern.compile("^([a-z]\\w*\\.)+[A-Z]\\w*: ");

  static Judgement refused(Exception reason) {
    String message = reason.getMessage();
    String words = message == null ? reason.toString() : message;
    return new Judgement(false, CLASS_NAME.matcher(words).replaceFirst(""), false);
  }
}
