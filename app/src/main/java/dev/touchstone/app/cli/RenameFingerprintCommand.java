package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.RenameFingerprint.Renaming;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone fingerprints rename} */
@Command(
    name = "rename",
    header = "Give a fingerprint a name",
    description = {"", "The name is kept on the key, for every program to read.", ""})
final class RenameFingerprintCommand extends FingerprintCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The fingerprint's id, or enough of its beginning.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "What it is called from now on.")
  private String name = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  RenameFingerprintCommand(RootCommand root) {
    super(root);
  }

  @Override
  void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    Fingerprint before = named(id, sitting, watcher);
    Renaming renaming = sitting.previewRename(before, name, watcher, cancellation());
    List<String> preview =
        List.of("Would call the fingerprint %s '%s'.".formatted(title(before), visibleName()));
    boolean wanted = change.wanted(root.context(), preview, answerable());
    Fingerprint after = wanted ? sitting.rename(renaming, watcher, cancellation()) : before;
    answer(
        _ -> FingerprintDocuments.renamed(sitting.key(), wanted, before, name),
        wanted ? List.of("%s is called '%s' now.".formatted(after.id(), visibleName())) : preview);
  }

  private String visibleName() {
    return Visible.line(name);
  }
}
