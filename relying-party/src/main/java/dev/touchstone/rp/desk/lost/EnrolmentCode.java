package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.factor.WrittenCode;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Codes of 80 bits that are good for one new key. */
final class EnrolmentCode {

  private static final WrittenCode FORM = new WrittenCode(16);
  private static final List<String> PURPOSE = List.of("enrolment code");

  private EnrolmentCode() {}

  /** A new one, as a person reads it out. */
  static String make(SecureRandom random) {
    return FORM.make(random);
  }

  /** What is stored of it; empty if it cannot be one. */
  static Optional<String> digest(String typed, SigningKeys keys) throws RelyingPartyException {
    return FORM.digest(typed, keys.oneTimeCodes().key(), PURPOSE);
  }
}
