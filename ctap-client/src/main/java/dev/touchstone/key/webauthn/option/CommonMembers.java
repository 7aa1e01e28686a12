package dev.touchstone.key.webauthn.option;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Members that both ceremonies have, and how they are read. */
final class CommonMembers {

  static final String PUBLIC_KEY = "public-key";

  /** WebAuthn Level 3 §5.1.3 step 4 recommends between five and ten minutes. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

  private CommonMembers() {}

  static Duration timeout(Member options) throws OptionsRejected {
    Member timeout = options.member("timeout");
    OptionalLong millis = timeout.number();
    if (millis.isEmpty()) {
      return DEFAULT_TIMEOUT;
    }
    if (millis.getAsLong() < 0) {
      throw timeout.wrong("cannot be negative.");
    }
    Duration asked = Duration.ofMillis(millis.getAsLong());
    return asked.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : asked;
  }

  static Bytes challenge(Member options) throws OptionsRejected {
    return options.member("challenge").requiredBytes();
  }

  /** Those of type {@code public-key}; others are for a client of another time. */
  static List<CredentialId> descriptors(Member list) throws OptionsRejected {
    List<CredentialId> ids = new ArrayList<>();
    for (Member element : list.elements()) {
      Bytes id = element.member("id").requiredBytes();
      if (element.member("type").requiredText().equals(PUBLIC_KEY)) {
        ids.add(new CredentialId(id));
      }
    }
    return List.copyOf(ids);
  }

  static List<String> hints(Member options) throws OptionsRejected {
    List<String> hints = new ArrayList<>();
    for (Member hint : options.member("hints").elements()) {
      hints.add(hint.requiredText());
    }
    return List.copyOf(hints);
  }
}
