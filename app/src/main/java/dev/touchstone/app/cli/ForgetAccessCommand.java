package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ForgetKeys;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.ManageKeyCredentials;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone credentials forget} */
@Command(
    name = "forget",
    header = "Ask for the PIN again from now on",
    description = {
      "",
      "Takes away the right to list a key's credentials without its PIN, which --remember gave on"
          + " this computer. To make it worthless everywhere, change the key's PIN.",
      ""
    })
final class ForgetAccessCommand extends TouchstoneCommand {

  @Option(names = "--all", description = "Forget every key; none has to be plugged in.")
  private boolean all;

  @Option(names = "--dry-run", description = "Show what would be forgotten, and forget nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Accepted for scripts: nothing is asked.")
  @SuppressWarnings("UnusedVariable") // picocli takes it
  private boolean yes;

  @Mixin private KeyOptions key = new KeyOptions();

  ForgetAccessCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    return all ? everyKey(useCases.keys().forgetKeys()) : oneKey(useCases);
  }

  private int everyKey(ForgetKeys forget) throws Failure {
    List<ForgetKeys.Remembered> keys = dryRun ? forget.preview() : List.of();
    if (!dryRun) {
      forget.apply();
    }
    answer(
        documents -> KeyCredentialDocuments.forgotten(!dryRun, keys),
        dryRun
            ? listed(keys)
            : List.of("No key is remembered any more: each asks for its PIN again."));
    return ExitCode.DONE;
  }

  private static List<String> listed(List<ForgetKeys.Remembered> keys) {
    return keys.isEmpty()
        ? List.of("No key is remembered.")
        : keys.stream()
            .map(it ->
                "Would forget %s, remembered on %s."
                    .formatted(Visible.line(it.name()), Moment.of(it.since())))
            .toList();
  }

  private int oneKey(UseCases useCases) throws Failure {
    try (KeyCredentialSitting sitting =
        useCases
            .keys()
            .credentials()
            .open(
                new ManageKeyCredentials.Request(key.key()),
                key.watcher(root.context(), useCases))) {
      boolean known = dryRun ? sitting.isRemembered() : sitting.forget();
      answer(
          documents -> KeyCredentialDocuments.forgotten(!dryRun && known, List.of()),
          List.of(
              known
                  ? dryRun
                      ? "Would forget this key."
                      : "This key is not remembered any more: it asks for its PIN again."
                  : "This key was not remembered."));
      return ExitCode.DONE;
    }
  }
}
