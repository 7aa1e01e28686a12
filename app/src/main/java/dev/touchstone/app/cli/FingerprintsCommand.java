package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone fingerprints} */
@Command(
    name = "fingerprints",
    header = "List, enrol, name and delete the fingerprints of a key",
    description = {
      "",
      "Alone it lists them. What the sensor saw never leaves the key: here are names and ids. It"
          + " takes the key's PIN, or a finger where the key permits that.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone fingerprints",
      "  touchstone fingerprints enrol --name 'right thumb'",
      "  touchstone fingerprints delete 3fa2"
    })
final class FingerprintsCommand extends FingerprintCommand {

  FingerprintsCommand(RootCommand root) {
    super(root);
  }

  @Override
  void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    List<Fingerprint> fingerprints = sitting.list(watcher, cancellation());
    answer(_ -> FingerprintDocuments.list(sitting.key(), fingerprints), text(fingerprints));
  }

  private List<String> text(List<Fingerprint> fingerprints) {
    if (fingerprints.isEmpty()) {
      return List.of("The key knows no finger yet: 'touchstone fingerprints enrol' adds one.");
    }
    Table table = new Table("ID", "NAME");
    fingerprints.forEach(it -> table.row(it.id(), it.name().orElse("(no name)")));
    return table.lines(terminal().sheet());
  }
}
