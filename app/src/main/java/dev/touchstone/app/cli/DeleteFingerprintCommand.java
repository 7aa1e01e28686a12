package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint.Deletion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone fingerprints delete} */
@Command(
    name = "delete",
    header = "Let a key forget a finger",
    description = {"", "Credentials stay as they are; the finger can be enrolled anew.", ""})
final class DeleteFingerprintCommand extends FingerprintCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The fingerprint's id, or enough of its beginning.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeleteFingerprintCommand(RootCommand root) {
    super(root);
  }

  @Override
  void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    Deletion deletion = sitting.previewDelete(named(id, sitting, watcher), watcher, cancellation());
    List<String> preview = preview(deletion);
    boolean wanted = change.wanted(root.context(), preview, answerable());
    if (wanted) {
      sitting.delete(deletion, watcher, cancellation());
    }
    answer(
        _ -> FingerprintDocuments.deleted(sitting.key(), wanted, deletion),
        wanted
            ? List.of("The key has forgotten %s.".formatted(title(deletion.fingerprint())))
            : preview);
  }

  private static List<String> preview(Deletion deletion) {
    List<String> lines = new ArrayList<>();
    lines.add("Would let the key forget the finger %s.".formatted(title(deletion.fingerprint())));
    if (deletion.last()) {
      lines.add(
          "It is the last one: from then on the key verifies you by %s."
              .formatted(deletion.pin() ? "its PIN alone" : "nothing, as it has no PIN"));
    }
    return lines;
  }
}
