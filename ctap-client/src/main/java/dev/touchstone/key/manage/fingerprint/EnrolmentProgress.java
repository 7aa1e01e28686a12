package dev.touchstone.key.manage.fingerprint;

/**
 * How far an enrolment is.
 *
 * @param last what the sensor made of the last sample
 * @param code lastEnrollSampleStatus as it came
 * @param good samples that were taken
 * @param wanted samples altogether, as far as the key told; never fewer than {@code good}
 */
public record EnrolmentProgress(SampleStatus last, int code, int good, int wanted) {

  /** Whether the finger is enrolled. */
  public boolean isComplete() {
    return good == wanted;
  }

  /** Is told of every sample, on the thread that enrols; returns at once. */
  @FunctionalInterface
  public interface Listener {
    void captured(EnrolmentProgress progress);
  }
}
