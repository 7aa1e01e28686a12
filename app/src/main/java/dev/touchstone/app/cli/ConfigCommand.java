package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ConfigureKey;
import dev.touchstone.app.usecase.KeySettingsSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SettingPreview;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone config} */
@Command(
    name = "config",
    header = "Show or change the settings of a key",
    description = {
      "",
      "Without a command: how the settings stand, what can be changed, and whether that can be"
          + " undone. It asks for no PIN.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class ConfigCommand extends TouchstoneCommand {

  @Mixin private KeyOptions which = new KeyOptions();

  ConfigCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    TerminalWatcher watcher = which.watcher(root.context(), useCases);
    try (KeySettingsSitting sitting =
        useCases.keys().configureKey().open(new ConfigureKey.Request(which.key()), watcher)) {
      KeySettings settings = sitting.settings(watcher, root.context().cancellation());
      answer(
          documents -> SettingDocuments.settings(sitting.key(), settings),
          text(PinQuestions.name(sitting.key()), settings));
      return ExitCode.DONE;
    }
  }

  private List<String> text(String key, KeySettings settings) {
    List<String> lines = new ArrayList<>();
    lines.add(style().strong(Visible.line(key)));
    for (SettingText.Row row : SettingText.rows(settings)) {
      lines.add("");
      lines.add("  %s  %s".formatted(style().accent(row.id()), now(row.change())));
      explanation(row)
          .forEach(sentence ->
              terminal()
                  .sheet()
                  .lines(sentence, terminal().columns() - 4)
                  .forEach(line -> lines.add("    " + style().dim(line))));
    }
    return lines;
  }

  private static String now(SettingPreview preview) {
    return switch (preview) {
      case SettingPreview.Change change -> change.now();
      case SettingPreview.AlreadySo so -> so.now();
      case SettingPreview.Impossible not -> not.now().isEmpty() ? "not there" : not.now();
    };
  }

  private static List<String> explanation(SettingText.Row row) {
    return switch (row.change()) {
      case SettingPreview.Change change ->
          List.of("touchstone " + row.command() + ". " + change.undo().sentence());
      case SettingPreview.AlreadySo _ -> List.of("Only a reset takes it back.");
      case SettingPreview.Impossible not -> List.of((not.why() + " " + not.next()).strip());
    };
  }
}
