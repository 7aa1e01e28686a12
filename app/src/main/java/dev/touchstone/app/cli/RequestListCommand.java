package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.collection.Saved;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone request list} */
@Command(
    name = "list",
    header = "List the requests that are kept",
    description = {""})
final class RequestListCommand extends TouchstoneCommand {

  RequestListCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    CollectionFolder.Listing listing = useCases.requests().keep().list();
    answer(_ -> RequestDocuments.listing(listing), text(listing));
    return listing.damaged().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(CollectionFolder.Listing listing) {
    List<String> lines = new ArrayList<>();
    Table table = new Table("NAME", "METHOD", "URL").yielding("URL");
    for (Collection collection : listing.collections()) {
      for (Saved saved : collection.requests()) {
        table.row(
            collection.name() + "/" + saved.name(),
            saved.request().method(),
            saved.request().url());
      }
    }
    if (listing.collections().stream().allMatch(it -> it.requests().isEmpty())) {
      lines.add("No request is kept yet: add --save COLLECTION/NAME to one.");
    } else {
      lines.addAll(table.lines(terminal().sheet()));
    }
    listing.damaged().forEach(it -> lines.add(style().bad("✗ " + Visible.line(it))));
    return lines;
  }
}
