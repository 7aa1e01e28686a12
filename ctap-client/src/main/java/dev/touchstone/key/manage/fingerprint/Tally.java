package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.Sample;

/** Counts the samples of one enrolment, and tells. */
final class Tally {

  private final EnrolmentProgress.Listener listener;
  private int captured;
  private int good;
  private int inVain;

  Tally(EnrolmentProgress.Listener listener) {
    this.listener = listener;
  }

  /** Returns whether it was the last one. */
  boolean count(Sample sample) {
    SampleStatus status = SampleStatus.of(sample.status());
    captured++;
    inVain = status == SampleStatus.NO_USER_ACTIVITY ? inVain + 1 : 0;
    good += status == SampleStatus.GOOD ? 1 : 0;
    listener.captured(
        new EnrolmentProgress(status, sample.status(), good, good + sample.remaining()));
    return sample.remaining() == 0;
  }

  int captured() {
    return captured;
  }

  /** How often in a row nobody came. */
  int inVain() {
    return inVain;
  }
}
