package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabMemory;
import dev.touchstone.fixture.lab.LabPower;
import java.util.List;
import java.util.Optional;

/** What a virtual key is, remembers and did. */
public final class ShowLabKey {

  private final LabErrand errand;

  ShowLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * A key with its memory.
   *
   * @param memory empty where the key is damaged; {@link LabKey#damage()} says why
   * @param log its last events, the oldest first; empty where no laboratory runs
   */
  public record Result(LabKey key, Optional<LabMemory> memory, List<LabEvent> log) {
    public Result {
      log = List.copyOf(log);
    }
  }

  /**
   * Looks into it; never at a secret.
   *
   * @throws Failure if there is no such key, or another program has its memory open
   */
  public Result run(String name) throws Failure {
    return errand.run(desk -> {
      LabKey key = desk.key(name);
      Optional<LabMemory> memory =
          key.damage().isPresent() ? Optional.empty() : Optional.of(desk.inspect(name));
      List<LabEvent> log = desk.power() == LabPower.NOBODY ? List.of() : desk.log(name);
      return new Result(key, memory, log);
    });
  }
}
