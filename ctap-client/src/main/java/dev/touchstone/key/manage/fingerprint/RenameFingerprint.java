package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.SetFriendlyName;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;

/** Gives a fingerprint the name that people know it by, CTAP 2.3 §6.7.7. */
public final class RenameFingerprint {

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission be
   */
  public RenameFingerprint(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * What would change.
   *
   * @param name the one that it gets
   */
  public record Renaming(Fingerprint fingerprint, String name) {}

  /**
   * Looks, changes nothing, asks nobody.
   *
   * @throws KeyException.NotPossible if the key has no sensor
   * @throws KeyException.NotPossible if the name is too long for it
   */
  public Renaming preview(Fingerprint fingerprint, String name) throws KeyException {
    FingerprintSensor.read(conversation).check(name);
    return new Renaming(fingerprint, name);
  }

  /**
   * Does it.
   *
   * @throws KeyException.KeyRefused with CTAP2_ERR_INVALID_OPTION if it is not there any more
   */
  public void apply(Renaming renaming) throws KeyException {
    held.run(
        conversation,
        verification ->
            conversation.send(
                new SetFriendlyName(
                    renaming.fingerprint().templateId(),
                    renaming.name(),
                    verification::proofOver)));
  }
}
