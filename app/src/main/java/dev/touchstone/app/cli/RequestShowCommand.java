package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionJson;
import dev.touchstone.app.request.collection.Saved;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone request show} */
@Command(
    name = "show",
    header = "Show a collection or one request of it",
    description = {"", "No secret is in it; variables stand as {{NAME}}.", ""})
final class RequestShowCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "COLLECTION[/NAME]", description = "Which one.")
  private String name = "";

  RequestShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RequestName which = RequestName.of(name);
    Collection collection = useCases.requests().keep().collection(which.collection());
    if (which.request().isPresent()) {
      Saved saved = useCases.requests().keep().request(which.collection(), which.requestName());
      answer(
          _ -> CollectionJson.request(saved.request(), saved.name()),
          CurlWriter.write(saved.request()).lines().toList());
    } else {
      answer(_ -> CollectionJson.tree(collection), text(collection));
    }
    return ExitCode.DONE;
  }

  private List<String> text(Collection collection) {
    List<String> lines = new ArrayList<>();
    collection
        .variables()
        .forEach((variable, value) -> lines.add(Visible.line(variable + " = " + value)));
    for (Saved saved : collection.requests()) {
      lines.add("");
      lines.add(style().strong(Visible.line(saved.name())));
      CurlWriter.write(saved.request()).lines().forEach(lines::add);
    }
    return lines;
  }
}
