package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.curl.CurlReader;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.KeepRequests;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone request import} */
@Command(
    name = "import",
    header = "Read a line of curl, or a collection that somebody exported",
    description = {
      "",
      "A browser's tools for developers copy requests as cURL (bash). Nothing is run, no file is"
          + " read, nothing is sent. Without --save it only shows what was understood.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  xclip -o | touchstone request import --save shop/cart --keep-secrets",
      "  touchstone request import collection.json",
    })
final class RequestImportCommand extends TouchstoneCommand {

  @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "Usually standard input.")
  private String file = "-";

  @Option(names = "--dry-run", description = "Show what would be kept, and keep nothing.")
  private boolean dryRun;

  @Mixin private SaveOptions save = new SaveOptions();

  RequestImportCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (file.equals("-") && terminal().inIsTerminal()) {
      terminal().err().println("Paste the line of curl, then Ctrl-D on a line of its own:");
    }
    String text = BodyText.of("@" + file, terminal()).shown();
    if (text.stripLeading().startsWith("{")) {
      return collection(useCases, useCases.requests().keep().read(text));
    }
    if (text.isBlank()) {
      throw RequestAdvice.usage("There is nothing to read.", "Pipe in a line of curl.", "");
    }
    CurlReader.Read read = CurlReader.read(text);
    if (save.wanted()) {
      return save.keep(this, useCases, read.request(), read.notes(), dryRun);
    }
    KeepRequests.Preview preview = useCases.requests().keep().preview("", "", read.request());
    List<String> lines = new ArrayList<>(CurlWriter.write(preview.request()).lines().toList());
    if (read.request().body() instanceof Body.Text && !preview.taken().isEmpty()) {
      lines.add("");
    }
    read.notes().forEach(it -> lines.add("! " + Visible.line(it)));
    lines.add("Nothing was kept; add --save COLLECTION/NAME.");
    answer(_ -> RequestDocuments.kept(false, preview, read.notes()), lines);
    return ExitCode.DONE;
  }

  private int collection(UseCases useCases, Collection collection) throws Failure {
    KeepRequests keep = useCases.requests().keep();
    List<String> replaced = keep.replacedBy(collection);
    String preview =
        Visible.line(
            "Would keep %d requests in the collection %s%s."
                .formatted(
                    collection.requests().size(),
                    collection.name(),
                    replaced.isEmpty() ? "" : ", replacing " + String.join(", ", replaced)));
    boolean done =
        !dryRun
            && (replaced.isEmpty()
                || save.change().wanted(root.context(), List.of(preview), !file.equals("-")));
    if (done) {
      keep.keep(collection);
    }
    answer(
        _ -> RequestDocuments.imported(done, collection),
        List.of(done ? preview.replace("Would keep", "Kept") : preview));
    return ExitCode.DONE;
  }
}
