package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.RemoveEnrollment;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.List;

/** Lets a key forget a finger, CTAP 2.3 §6.7.8. */
public final class DeleteFingerprint {

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission be
   */
  public DeleteFingerprint(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * What would be gone.
   *
   * @param last no finger is left then: the key does not verify by finger any more
   * @param pin whether the key has a PIN to fall back on
   */
  public record Deletion(Fingerprint fingerprint, boolean last, boolean pin) {}

  /**
   * Looks, changes nothing.
   *
   * @throws KeyException.NotPossible if the key has no sensor
   * @throws NotPossible if it does not know that fingerprint
   */
  public Deletion preview(Fingerprint fingerprint) throws KeyException {
    List<Fingerprint> all = new ListFingerprints(conversation, held).run();
    Fingerprint there =
        all.stream()
            .filter(one -> one.templateId().equals(fingerprint.templateId()))
            .findFirst()
            .orElseThrow(() ->
                new NotPossible(Obstacle.NOT_FOUND, "The key does not know this fingerprint."));
    boolean pin = conversation.info().options().clientPin() == Feature.READY;
    return new Deletion(there, all.size() == 1, pin);
  }

  /** Does it. The finger can be enrolled anew. */
  public void apply(Deletion deletion) throws KeyException {
    held.run(
        conversation,
        verification ->
            conversation.send(
                new RemoveEnrollment(
                    deletion.fingerprint().templateId(), verification::proofOver)));
  }
}
