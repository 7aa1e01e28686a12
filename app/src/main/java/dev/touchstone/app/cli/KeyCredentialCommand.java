package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.ManageKeyCredentials;
import dev.touchstone.app.usecase.UseCases;
import picocli.CommandLine.Mixin;

/** What the commands on the credentials of a key share: the key, opened for as long as they run. */
abstract class KeyCredentialCommand extends TouchstoneCommand {

  @Mixin private KeyOptions key = new KeyOptions();

  KeyCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  final Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  final int run(UseCases useCases) throws Failure {
    check();
    TerminalWatcher watcher = key.watcher(root.context(), useCases);
    try (KeyCredentialSitting sitting =
        useCases.keys().credentials().open(new ManageKeyCredentials.Request(key.key()), watcher)) {
      return run(sitting, watcher);
    }
  }

  /** Looks at the options before any key is opened. */
  void check() throws Failure {}

  /** Does it at the opened key. */
  abstract int run(KeyCredentialSitting sitting, TerminalWatcher watcher) throws Failure;

  /** Whether standard input is free for a question. */
  boolean answerable() {
    return !key.pinFromStandardInput();
  }

  /** Not among the answer: a script shall find nothing but credentials there. */
  void remark(Iterable<String> paragraphs) {
    for (String paragraph : paragraphs) {
      Paragraph.lines(Visible.of(paragraph), terminal().columns())
          .forEach(terminal().err()::println);
    }
  }
}
