package dev.touchstone.app.cli;

import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.usecase.UseCases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code touchstone window} */
@Command(
    name = "window",
    header = "Open the window",
    description = {"", "The same as touchstone without a command.", ""})
final class WindowCommand implements Callable<Integer> {

  private final RootCommand root;

  WindowCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws SettingsException {
    try (UseCases useCases = root.context().useCases().apply(root.settings())) {
      return new WindowOpening(root.context()).open(useCases);
    }
  }
}
