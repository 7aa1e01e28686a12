package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.desk.SummarySheet;
import dev.touchstone.rp.desk.person.Overview;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone desk show} */
@Command(
    name = "show",
    header = "Show a person's factors, keys and warnings",
    description = {"", "With --print it also writes a page for a printer, without secrets.", ""})
final class DeskShowCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "PERSON",
      description = "The account's name or e-mail address, whole.")
  private String person = "";

  @Option(
      names = "--print",
      paramLabel = "FILE",
      description = "Write a summary: HTML, or text if the name ends in .txt.")
  private @Nullable Path print;

  DeskShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Overview overview = useCases.desk().people().show(person);
    if (print != null) {
      new SummarySheet(useCases.desk().people()).write(person, print);
    }
    answer(documents -> DeskDocuments.overview(overview, documents), text(overview));
    return ExitCode.DONE;
  }

  private List<String> text(Overview overview) {
    Stream<String> written =
        Optional.ofNullable(print).stream().flatMap(it -> Stream.of("", "Written: " + it));
    return Stream.concat(SummarySheet.text(overview).stream(), written).map(Visible::line).toList();
  }
}
