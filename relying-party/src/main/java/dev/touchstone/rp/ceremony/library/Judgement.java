package dev.touchstone.rp.ceremony.library;

/**
 * What the library decided by itself.
 *
 * @param accepted whether it accepted
 * @param words its reason in prose when it did not, empty otherwise
 * @param attestationTrusted whether the attestation led to a trust anchor; false when it refused,
 *     and for an authentication
 */
public record Judgement(boolean accepted, String words, boolean attestationTrusted) {

  static Judgement refused(Exception reason) {
    String message = reason.getMessage();
    return new Judgement(false, message == null ? reason.toString() : message, false);
  }
}
