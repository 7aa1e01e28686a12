package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs.Collection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone blobs collect} */
@Command(
    name = "collect",
    header = "Delete the large blobs that nobody can read any more",
    description = {
      "",
      "A deleted credential leaves its large blob behind. What no credential on the key opens goes;"
          + " what may belong to somebody all the same stays, and is named.",
      ""
    })
final class CollectLargeBlobsCommand extends LargeBlobCommand {

  @Option(
      names = "--orphans",
      paramLabel = "ID",
      split = ",",
      description = "Delete these as well, although they may belong to somebody.")
  private Set<String> named = Set.of();

  @Mixin private ChangeOptions change = new ChangeOptions();

  CollectLargeBlobsCommand(RootCommand root) {
    super(root, true);
  }

  @Override
  void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure {
    Collection collection = sitting.previewCollect(named, watcher, cancellation());
    List<String> preview = preview(collection);
    boolean wanted =
        !collection.changesNothing() && change.wanted(root.context(), preview, answerable());
    if (wanted) {
      sitting.collect(collection, watcher, cancellation());
    }
    answer(
        _ -> LargeBlobDocuments.collected(sitting.key(), wanted, collection),
        wanted
            ? List.of(
                collection.damage().isPresent()
                    ? "The key holds no large blobs now."
                    : "Deleted %d; %d bytes are free besides."
                        .formatted(collection.going().size(), collection.freed()))
            : preview);
  }

  private static List<String> preview(Collection collection) {
    List<String> lines = new ArrayList<>();
    collection
        .damage()
        .ifPresent(damage ->
            lines.add(
                "The large blobs on this key are damaged; %s. Would replace them by none."
                    .formatted(damage.words())));
    if (collection.changesNothing()) {
      lines.add("There is nothing to collect.");
    }
    collection
        .going()
        .forEach(it -> lines.add("Would delete %s.".formatted(LargeBlobText.blob(it))));
    collection
        .atRisk()
        .forEach(it -> lines.add("Would leave %s.".formatted(LargeBlobText.blob(it))));
    if (!collection.atRisk().isEmpty()) {
      lines.add(
          "%sWhat stays may belong to somebody; it goes only with --orphans ID."
              .formatted(collection.doubt().map(why -> why + " ").orElse("")));
    }
    if (!collection.changesNothing()) {
      lines.add("%d bytes would be free besides.".formatted(collection.freed()));
    }
    return lines;
  }
}
