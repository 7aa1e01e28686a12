package dev.touchstone.app.ui.doctor;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.doctor.Finding;
import dev.touchstone.app.doctor.Finding.Verdict;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One examination after the other, when the person wants it. */
public final class DoctorViewModel {

  /** How far it is. */
  public sealed interface Phase {
    record NotAsked() implements Phase {}

    record Looking() implements Phase {}

    record Found(List<Finding> findings) implements Phase {

      /** How many ended so. */
      public long count(Verdict verdict) {
        return findings.stream().filter(it -> it.verdict() == verdict).count();
      }
    }

    record Failed(Advice advice) implements Phase {}
  }

  private final UseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.NotAsked());

  /**
   * @param turn keys are opened, and must not be read meanwhile
   */
  public DoctorViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Looks, unless that is being done already. */
  public void look() {
    if (phase.get() instanceof Phase.Looking) {
      return;
    }
    phase.set(new Phase.Looking());
    background.run(
        () -> turn.read(() -> useCases.seeDoctor().run()),
        findings -> phase.set(new Phase.Found(findings)),
        failure -> phase.set(new Phase.Failed(Failures.adviceOn(failure))));
  }
}
