package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabMemory;
import java.util.Optional;

/** Throws a virtual key away with all that it holds. */
public final class RemoveLabKey {

  private final LabErrand errand;

  RemoveLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /** What would be lost. */
  public record Preview(LabKey key, Optional<LabMemory> memory) {}

  /**
   * Looks, changes nothing.
   *
   * @return the memory is empty where it cannot be read
   * @throws Failure if there is no such key
   */
  public Preview preview(String name) throws Failure {
    return errand.run(desk -> new Preview(desk.key(name), memory(desk, name)));
  }

  /**
   * Throws it away.
   *
   * @return what is gone
   * @throws Failure if there is no such key, it is plugged in, or it is the one that stays
   */
  public Preview apply(String name) throws Failure {
    Preview preview = preview(name);
    errand.order(desk -> desk.remove(name));
    return preview;
  }

  private static Optional<LabMemory> memory(LabDesk desk, String name) {
    try {
      return Optional.of(desk.inspect(name));
    } catch (LabException e) {
      // Nobody can use a damaged key either: it may go.
      return Optional.empty();
    }
  }
}
