package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import dev.touchstone.key.webauthn.option.Member;
import java.util.Arrays;
import java.util.Optional;

/** AuthenticationExtensionsPRFValues: one value or two, inputs or outputs. */
record PrfValues(Bytes first, Optional<Bytes> second) {

  static PrfValues read(Member member) throws OptionsRejected {
    return new PrfValues(member.member("first").requiredBytes(), member.member("second").bytes());
  }

  static PrfValues split(byte[] joined, int length) {
    return new PrfValues(
        Bytes.of(Arrays.copyOf(joined, length)),
        joined.length > length
            ? Optional.of(Bytes.of(Arrays.copyOfRange(joined, length, 2 * length)))
            : Optional.empty());
  }

  void write(ObjectNode node) {
    node.put("first", first.base64Url());
    second.ifPresent(value -> node.put("second", value.base64Url()));
  }
}
