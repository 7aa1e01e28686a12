package dev.touchstone.rp.factor.totp.account;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.factor.WrittenCode;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Codes of 60 bits for who lost their device. */
final class RecoveryCodes {

  static final int COUNT = 10;

  private static final WrittenCode FORM = new WrittenCode(12);

  private final SigningKeys keys;
  private final SecureRandom random;

  RecoveryCodes(SigningKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /** New ones, as a person writes them down. */
  List<String> make() {
    return Stream.generate(() -> FORM.make(random)).limit(COUNT).toList();
  }

  /** What is stored of it; empty if it cannot be one. */
  Optional<String> digest(Bytes userHandle, String typed) throws RelyingPartyException {
    List<String> purpose = List.of("recovery code", userHandle.base64Url());
    return FORM.digest(typed, keys.oneTimeCodes().key(), purpose);
  }
}
