package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.KeepRequests;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone request delete} */
@Command(
    name = "delete",
    header = "Delete a request, or a collection with its secrets",
    description = {"", "The method DELETE is written in capitals: request DELETE URL.", ""})
final class RequestDeleteCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "COLLECTION[/NAME]", description = "Which one.")
  private String name = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  RequestDeleteCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (name.contains("://")) {
      throw RequestAdvice.usage(
          "'delete' in small letters deletes what is kept.",
          "Send the method in capitals: touchstone request DELETE URL.",
          "");
    }
    RequestName which = RequestName.of(name);
    KeepRequests keep = useCases.requests().keep();
    boolean one = which.request().isPresent();
    List<String> secrets = List.of();
    int requests = keep.collection(which.collection()).requests().size();
    if (one) {
      keep.request(which.collection(), which.requestName());
    } else {
      secrets = keep.secretsOf(which.collection());
    }
    String preview =
        Visible.line(
            one
                ? "Would delete %s.".formatted(name)
                : "Would delete the collection %s with %d requests and %d secrets."
                    .formatted(name, requests, secrets.size()));
    boolean done = change.wanted(root.context(), List.of(preview), true);
    if (done && one) {
      keep.delete(which.collection(), which.requestName());
    } else if (done) {
      keep.delete(which.collection());
    }
    List<String> gone = secrets;
    answer(
        _ -> RequestDocuments.deleted(done, which, gone),
        done
            ? List.of("Deleted %s.".formatted(Visible.line(name)))
            : List.of(preview, "Nothing was changed."));
    return ExitCode.DONE;
  }
}
