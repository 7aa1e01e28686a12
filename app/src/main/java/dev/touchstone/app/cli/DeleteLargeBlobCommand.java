package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob.Deletion;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone blobs delete} */
@Command(
    name = "delete",
    header = "Delete a large blob",
    description = {"", "The credential that it belongs to stays.", ""})
final class DeleteLargeBlobCommand extends LargeBlobCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The blob's id or its credential's, or enough of the beginning.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeleteLargeBlobCommand(RootCommand root) {
    super(root, true);
  }

  @Override
  void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure {
    Deletion deletion =
        sitting.previewDelete(
            blob(id, sitting.list(watcher, cancellation())), watcher, cancellation());
    List<String> preview = preview(deletion);
    boolean wanted = change.wanted(root.context(), preview, answerable());
    if (wanted) {
      sitting.delete(deletion, watcher, cancellation());
    }
    answer(
        _ -> LargeBlobDocuments.deleted(sitting.key(), wanted, deletion),
        wanted
            ? List.of("Deleted the large blob %s.".formatted(LargeBlobText.blob(deletion.blob())))
            : preview);
  }

  private static List<String> preview(Deletion deletion) {
    List<String> lines = new ArrayList<>();
    lines.add("Would delete the large blob %s.".formatted(LargeBlobText.blob(deletion.blob())));
    if (deletion.blob().owner() instanceof Owner.Unknown) {
      lines.add("Some program keeps something of its own there.");
    }
    return lines;
  }
}
