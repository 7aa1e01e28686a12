package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ConfigureKey;
import dev.touchstone.app.usecase.KeySettingsSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What the commands that change one setting of a key have in common. */
abstract class ChangeSettingCommand extends TouchstoneCommand {

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private KeyOptions which = new KeyOptions();

  ChangeSettingCommand(RootCommand root) {
    super(root);
  }

  /**
   * The change that was asked for.
   *
   * @throws Failure if it makes no sense
   */
  abstract SettingChange wish() throws Failure;

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  final int run(UseCases useCases) throws Failure {
    SettingChange wish = wish();
    Cancellation cancellation = root.context().cancellation();
    TerminalWatcher watcher = which.watcher(root.context(), useCases);
    try (KeySettingsSitting sitting =
        useCases.keys().configureKey().open(new ConfigureKey.Request(which.key()), watcher)) {
      String key = PinQuestions.name(sitting.key());
      switch (sitting.preview(wish, watcher, cancellation)) {
        case SettingPreview.Change what -> {
          List<String> preview = SettingText.preview(key, what);
          boolean wanted = change.wanted(root.context(), preview, !which.pinFromStandardInput());
          if (wanted) {
            sitting.apply(wish, watcher, cancellation);
          }
          answer(
              documents -> SettingDocuments.change(sitting.key(), what, wanted),
              wanted
                  ? List.of("%s of %s: %s now.".formatted(what.name(), key, what.then()))
                  : wrapped(preview));
        }
        case SettingPreview.AlreadySo so ->
            answer(
                documents -> SettingDocuments.change(sitting.key(), so, false),
                List.of("%s of %s: %s already.".formatted(so.name(), key, so.now())));
        case SettingPreview.Impossible _ ->
            throw new IllegalStateException("a use case tells this as a failure");
      }
      return ExitCode.DONE;
    }
  }

  private List<String> wrapped(List<String> paragraphs) {
    return paragraphs.stream()
        .flatMap(it -> terminal().sheet().lines(it, terminal().columns()).stream())
        .toList();
  }
}
