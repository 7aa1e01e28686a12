package dev.touchstone.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether a laboratory runs, or left something behind.
 *
 * @param socket by which it would be reached
 * @param runs whether somebody answers there
 */
record LaboratoryExamination(Path socket, BooleanSupplier runs) implements Examination {

  private static final String AREA = "Laboratory";

  @Override
  public List<Finding> run() {
    if (runs.getAsBoolean()) {
      return List.of(Finding.fine(AREA, "socket", "A laboratory runs and answers."));
    }
    return List.of(
        Files.exists(socket)
            ? Finding.attention(
                AREA,
                "socket",
                "%s is left of a process that ended without tidying up.".formatted(socket),
                "Nothing has to be done: the next 'touchstone lab start' takes its place.")
            : Finding.fine(AREA, "socket", "No laboratory runs."));
  }
}
