package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.ManageFingerprints;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;

/** What the commands on fingerprints share: the key, opened for as long as they run. */
abstract class FingerprintCommand extends TouchstoneCommand {

  @Mixin private KeyOptions key = new KeyOptions();

  FingerprintCommand(RootCommand root) {
    super(root);
  }

  @Override
  final Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  final int run(UseCases useCases) throws Failure {
    TerminalWatcher watcher = key.watcher(root.context(), useCases);
    try (FingerprintSitting sitting =
        useCases.keys().fingerprints().open(new ManageFingerprints.Request(key.key()), watcher)) {
      run(useCases, sitting, watcher);
      return ExitCode.DONE;
    }
  }

  /** Does it at the opened key. */
  abstract void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher)
      throws Failure;

  /** Whether standard input is free for a question. */
  boolean answerable() {
    return !key.pinFromStandardInput();
  }

  Cancellation cancellation() {
    return root.context().cancellation();
  }

  /** The one whose id begins so. */
  Fingerprint named(String id, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    String beginning = id.toLowerCase(Locale.ROOT);
    List<Fingerprint> all = sitting.list(watcher, cancellation());
    List<Fingerprint> matching = all.stream().filter(it -> it.id().startsWith(beginning)).toList();
    if (matching.size() == 1 && !id.isEmpty()) {
      return matching.getFirst();
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            matching.isEmpty()
                ? "The key has no fingerprint '%s'.".formatted(id)
                : "%d fingerprints begin with '%s'.".formatted(matching.size(), id),
            "Nothing was changed.",
            "'touchstone fingerprints' lists them.",
            ""));
  }

  /** How sentences call one. */
  static String title(Fingerprint fingerprint) {
    return fingerprint
        .name()
        .map(name -> "'%s' (%s)".formatted(Visible.line(name), fingerprint.id()))
        .orElse(fingerprint.id());
  }
}
