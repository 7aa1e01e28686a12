package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.doctor.Doctor;
import dev.touchstone.app.doctor.Finding;
import dev.touchstone.app.doctor.UdevRule;
import java.io.IOException;
import java.util.List;

/** Looks over all that a key needs in order to be reached, and mends what can be mended. */
public final class SeeDoctor {

  private final Doctor doctor;

  public SeeDoctor(Doctor doctor) {
    this.doctor = doctor;
  }

  /** Everything that was found. Changes nothing; keys are asked what they are, no more. */
  public List<Finding> run() {
    return doctor.examine();
  }

  /**
   * What {@link #apply} would install.
   *
   * @throws Failure if there is nothing to be installed on this system
   */
  public UdevRule preview() throws Failure {
    return doctor
        .udevRule()
        .orElseThrow(() ->
            new Failure(
                new Advice(
                    Advice.Kind.FAILED,
                    "Only Linux needs a rule for keys on USB.",
                    "",
                    "'touchstone doctor' says what this system needs.",
                    "")));
  }

  /**
   * Installs it.
   *
   * @throws Failure as {@link #preview}, or if that is not allowed
   */
  public UdevRule apply() throws Failure {
    UdevRule rule = preview();
    try {
      rule.write();
      return rule;
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%s cannot be written.".formatted(rule.file()),
              "Nothing was changed.",
              "Only root may: run it with sudo, or copy what 'touchstone doctor --fix --dry-run' prints there.",
              ""),
          e);
    }
  }
}
