package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone try} */
@Command(
    name = "try",
    header = "Show the main job, step by step",
    description = {
      "",
      "Reads a key, registers it, and signs in with it twice. Every step of the specification's"
          + " verification is shown with its verdict and its inputs.",
      "",
      "It takes the virtual key unless --key names another one, and leaves nothing behind: the"
          + " relying party and the virtual key are made for it alone. A hardware key makes a"
          + " non-discoverable credential, which takes none of its slots; its counter goes up.",
      ""
    })
final class TryCommand extends TouchstoneCommand {

  @Mixin private KeyOptions key = new KeyOptions();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all inputs in full, and why each step ended as it did.")
  private boolean verbose;

  TryCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    // it promises to leave nothing behind
    return key.adjust(settings).withRecording(settings.recording().notKept());
  }

  @Override
  int run(UseCases useCases) throws Failure {
    TryReport report = new TryReport(terminal(), verbose, wantsJson());
    TryIt.Result result =
        useCases
            .tryIt()
            .run(
                new TryIt.Request(key.key()),
                new TryWatcher(key.watcher(root.context(), useCases), report),
                root.context().cancellation());
    answer(documents -> documents.tryIt(result), List.of());
    report.end(result);
    return result.accepted() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
