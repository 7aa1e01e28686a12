package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.SaveTrace;
import java.nio.file.Path;

/** A command whose trace goes into a file, and there above all when it fails. */
record Traced(UseCases useCases, Path file) {

  int run(RootCommand.Task task) throws Failure {
    SaveTrace save = useCases.traces().saveTrace();
    save.prepare(file);
    int exitCode;
    try {
      exitCode = task.run();
    } catch (Failure | RuntimeException e) {
      try {
        save.run(file);
      } catch (Failure unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
    save.run(file);
    return exitCode;
  }
}
