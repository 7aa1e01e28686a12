package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionJson;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.KeepRequests;
import dev.touchstone.app.usecase.request.SendRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone request export} */
@Command(
    name = "export",
    header = "Hand a request on as a line of curl, or a collection as JSON",
    description = {
      "",
      "Variables become those of the shell, such as ${token}; no secret is in it unless"
          + " --with-secrets is given.",
      ""
    })
final class RequestExportCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "COLLECTION[/NAME]",
      description = "A request as curl, a collection as JSON.")
  private String name = "";

  @Option(
      names = "--with-secrets",
      description = "Fill in all variables, secrets too: whoever gets the line can use them.")
  private boolean withSecrets;

  RequestExportCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RequestName which = RequestName.of(name);
    KeepRequests keep = useCases.requests().keep();
    if (which.request().isEmpty()) {
      if (withSecrets) {
        throw RequestAdvice.usage(
            "A collection is exported without secrets.",
            "Export a single request with --with-secrets.",
            "");
      }
      Collection collection = keep.collection(which.collection());
      answer(
          _ -> CollectionJson.tree(collection), CollectionJson.write(collection).lines().toList());
      return ExitCode.DONE;
    }
    Request request = keep.request(which.collection(), which.requestName()).request();
    Request shown = withSecrets ? filled(useCases, which, request) : request;
    String curl = CurlWriter.write(shown);
    List<String> lines = new ArrayList<>();
    List<String> variables =
        Filling.names(shown).stream().map(CurlWriter::shellName).distinct().toList();
    if (!variables.isEmpty()) {
      lines.add("# set before: " + String.join(", ", variables));
    }
    lines.addAll(curl.lines().toList());
    answer(_ -> RequestDocuments.dryRun(shown, curl).put("done", true), lines);
    return ExitCode.DONE;
  }

  private static Request filled(UseCases useCases, RequestName which, Request request)
      throws Failure {
    SendRequest.Job job = SendRequest.Job.of(request);
    return useCases
        .requests()
        .send()
        .filled(
            new SendRequest.Job(
                request, Optional.of(which.collection()), job.values(), job.bearer(), job.wish()));
  }
}
