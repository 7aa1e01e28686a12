package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.CancelCurrentEnrollment;
import dev.touchstone.key.ctap.BioEnrollment.EnrollBegin;
import dev.touchstone.key.ctap.BioEnrollment.EnrollCaptureNextSample;
import dev.touchstone.key.ctap.BioEnrollment.Sample;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lets a key learn a finger, CTAP 2.3 §6.7.4: sample by sample, each told to the person. However it
 * ends before the last sample, the key is told to forget the others.
 */
public final class EnrolFingerprint {

  /** How often in a row nobody comes before it is given up. */
  private static final int PATIENCE = 2;

  /** More than any person tries; who never gets enough would be served for ever. */
  private static final int MOST_SAMPLES = 200;

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission be
   */
  public EnrolFingerprint(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * What is to come.
   *
   * @param first no finger is known yet: from then on a finger may stand for the PIN
   * @param name what the finger will be called
   */
  public record Enrolment(FingerprintSensor sensor, boolean first, Optional<String> name) {}

  /**
   * Looks, changes nothing, asks nobody.
   *
   * @throws KeyException.NotPossible if the key has no sensor
   * @throws KeyException.NotPossible if the name is too long for it
   */
  public Enrolment preview(Optional<String> name) throws KeyException {
    FingerprintSensor sensor = FingerprintSensor.read(conversation);
    if (name.isPresent()) {
      sensor.check(name.get());
    }
    GetInfo.Reply now = conversation.send(new GetInfo());
    return new Enrolment(sensor, !FingerprintSensor.knowsFingers(now), name);
  }

  /**
   * Captures until the key has enough. It does not give the name: that is a step of its own, which
   * may fail by itself.
   *
   * @throws Stopped if the person cancelled, or nobody laid a finger on the sensor
   * @throws KeyException.KeyRefused with CTAP2_ERR_FP_DATABASE_FULL if there is no room
   */
  public Fingerprint apply(Enrolment enrolment, EnrolmentProgress.Listener listener)
      throws KeyException {
    FingerprintSensor.check(conversation);
    return held.run(
        conversation,
        verification -> {
          try {
            return capture(verification::proofOver, new Tally(listener));
          } catch (KeyException e) {
            forget(e);
            throw e;
          }
        });
  }

  private Fingerprint capture(Proof proof, Tally tally) throws KeyException {
    EnrollBegin.Reply begun = conversation.send(new EnrollBegin(OptionalInt.empty(), proof));
    Bytes templateId = begun.templateId();
    Sample sample = begun.sample();
    while (!tally.count(sample)) {
      if (tally.inVain() >= PATIENCE) {
        throw new Stopped(Stopped.Why.TIMED_OUT);
      }
      if (tally.captured() >= MOST_SAMPLES) {
        throw new ReplyGarbled("The key never has enough samples of the finger.");
      }
      sample =
          conversation.send(new EnrollCaptureNextSample(templateId, OptionalInt.empty(), proof));
    }
    return new Fingerprint(templateId, Optional.empty());
  }

  /** §6.7.5, whatever the person wants to stop: this takes no time. */
  private void forget(KeyException why) {
    try {
      conversation
          .session()
          .send(new CancelCurrentEnrollment(), conversation.interaction(), new Cancellation());
    } catch (KeyException e) {
      why.addSuppressed(e); // a key that is gone has forgotten them anyway
    }
  }
}
