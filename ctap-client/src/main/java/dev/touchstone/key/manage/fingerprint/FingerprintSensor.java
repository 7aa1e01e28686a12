package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.GetSensorInfo;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fingerprint sensor of a key, CTAP 2.3 §6.7.3. Asking about it takes no PIN.
 *
 * @param kind how a finger is put to it
 * @param samples good ones that it wants of a new finger at most; empty where it does not tell
 * @param mostNameBytes bytes of a finger's name as UTF-8 that the key keeps; empty where it does
 *     not tell
 */
public record FingerprintSensor(Kind kind, OptionalInt samples, OptionalInt mostNameBytes) {

  /** How a finger is put to a sensor. */
  public enum Kind {
    TOUCH,
    SWIPE,
    /** The key tells none of the two. */
    UNKNOWN
  }

  /** Why this key has no fingerprints, and what can be done; empty if it has a sensor. */
  public static Optional<String> obstacle(GetInfo.Reply info) {
    if (isThere(info)) {
      return Optional.empty();
    }
    return Optional.of(
        info.isU2fOnly()
            ? "This key speaks U2F only: it knows a touch, but not whose. Take a FIDO2 key with a"
                + " fingerprint sensor."
            : "This key has no fingerprint sensor that can be managed. It verifies the person by"
                + " its PIN, if it has one.");
  }

  private static boolean isThere(GetInfo.Reply info) {
    return info.options().bioEnrollment() != Feature.ABSENT
        || info.options().bioEnrollmentPreview() != Feature.ABSENT;
  }

  /** Whether the key knows at least one finger. */
  static boolean knowsFingers(GetInfo.Reply info) {
    return info.options().bioEnrollment() == Feature.READY
        || info.options().bioEnrollmentPreview() == Feature.READY;
  }

  static void check(Conversation conversation) throws NotPossible {
    Optional<String> obstacle = obstacle(conversation.info());
    if (obstacle.isPresent()) {
      throw new NotPossible(NotPossible.Obstacle.NOT_SUPPORTED, obstacle.get());
    }
  }

  /**
   * Asks the key.
   *
   * @throws NotPossible if it has no sensor
   */
  public static FingerprintSensor read(Conversation conversation) throws KeyException {
    check(conversation);
    GetSensorInfo.Reply reply = conversation.send(new GetSensorInfo());
    Kind kind =
        switch (reply.kind().orElse(0)) {
          case 1 -> Kind.TOUCH;
          case 2 -> Kind.SWIPE;
          default -> Kind.UNKNOWN;
        };
    return new FingerprintSensor(kind, reply.samples(), reply.maxNameLength());
  }

  /** Whether the key keeps this name whole; where it does not tell, it has the last word. */
  public boolean keeps(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= mostNameBytes.orElse(Integer.MAX_VALUE);
  }

  /** Goes on only with a name that the key keeps whole. */
  void check(String name) throws NotPossible {
    if (!keeps(name)) {
      throw new NotPossible(
          Obstacle.TOO_LARGE,
          "This name is too long: the key keeps %d bytes of UTF-8. Choose a shorter one."
              .formatted(mostNameBytes.orElseThrow()));
    }
  }
}
