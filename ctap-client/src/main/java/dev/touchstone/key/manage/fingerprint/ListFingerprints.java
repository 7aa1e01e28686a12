package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.EnumerateEnrollments;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.List;

/** Lists the fingerprints of a key, CTAP 2.3 §6.7.6. Changes nothing. */
public final class ListFingerprints {

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission be
   */
  public ListFingerprints(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * Reads them all, in the key's order.
   *
   * @throws KeyException.NotPossible if the key has no sensor
   */
  public List<Fingerprint> run() throws KeyException {
    FingerprintSensor.check(conversation);
    return held.run(
        conversation,
        verification -> {
          try {
            return conversation
                .send(new EnumerateEnrollments(verification::proofOver))
                .templates()
                .stream()
                .map(Fingerprint::of)
                .toList();
          } catch (KeyRefused e) {
            if (e.status() == CtapStatus.INVALID_OPTION) {
              return List.of(); // so a key says that it knows no finger
            }
            throw e;
          }
        });
  }
}
