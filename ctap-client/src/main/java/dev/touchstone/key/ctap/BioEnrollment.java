package dev.touchstone.key.ctap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * CTAP 2.3 §6.7 authenticatorBioEnrollment: the fingerprints that a key knows, and those that it
 * learns. Of modalities there is one, the fingerprint. Keys of the drafts of CTAP 2.1 know the same
 * under another command byte (§6.7.1, {@code userVerificationMgmtPreview}); who sends these records
 * need not care which.
 */
public sealed interface BioEnrollment<R> extends CtapCommand<R> {

  /** §6.7.2 getModality: how the key knows a person. */
  record GetModality() implements BioEnrollment<GetModality.Reply> {

    /**
     * The modality.
     *
     * @param modality 1 for fingerprints, the only one there is
     */
    public record Reply(int modality) {}
  }

  /** §6.7.3 getFingerprintSensorInfo. */
  record GetSensorInfo() implements BioEnrollment<GetSensorInfo.Reply> {

    /**
     * What the key tells of its sensor.
     *
     * @param kind 1 for a sensor that is touched, 2 for one that the finger is drawn over; empty if
     *     not told
     * @param samples good ones that the key wants of a finger at most; empty if not told
     * @param maxNameLength bytes of a name as UTF-8; empty if not told
     */
    public record Reply(OptionalInt kind, OptionalInt samples, OptionalInt maxNameLength) {}
  }

  /**
   * §6.7.4 enrollBegin: the key forgets any enrolment that is under way and waits for the first
   * sample of a new one.
   *
   * @param timeoutMillis how long it waits for the finger; empty for as long as it likes
   */
  record EnrollBegin(OptionalInt timeoutMillis, Proof proof)
      implements BioEnrollment<EnrollBegin.Reply> {

    /**
     * The first sample.
     *
     * @param templateId what the key calls the new fingerprint
     */
    public record Reply(Bytes templateId, Sample sample) {}
  }

  /** §6.7.4 enrollCaptureNextSample: the key waits for another sample. */
  record EnrollCaptureNextSample(Bytes templateId, OptionalInt timeoutMillis, Proof proof)
      implements BioEnrollment<Sample> {}

  /**
   * What the sensor made of a finger.
   *
   * @param status lastEnrollSampleStatus, 0 for a good one
   * @param remaining good samples that are still wanted; 0 when the finger is enrolled
   */
  record Sample(int status, int remaining) {}

  /** §6.7.5 cancelCurrentEnrollment: what was captured so far is forgotten. */
  record CancelCurrentEnrollment() implements BioEnrollment<Done> {}

  /** §6.7.6 enumerateEnrollments. A key without any refuses with CTAP2_ERR_INVALID_OPTION. */
  record EnumerateEnrollments(Proof proof) implements BioEnrollment<EnumerateEnrollments.Reply> {

    /** All of them. */
    public record Reply(List<Template> templates) {
      public Reply {
        templates = List.copyOf(templates);
      }
    }
  }

  /**
   * An enrolled finger.
   *
   * @param id what the key calls it
   * @param name what the person calls it; empty if nobody named it
   */
  record Template(Bytes id, Optional<String> name) {}

  /** §6.7.7 setFriendlyName. */
  record SetFriendlyName(Bytes templateId, String name, Proof proof)
      implements BioEnrollment<Done> {}

  /** §6.7.8 removeEnrollment. */
  record RemoveEnrollment(Bytes templateId, Proof proof) implements BioEnrollment<Done> {}

  /** The key did it. */
  record Done() {}
}
