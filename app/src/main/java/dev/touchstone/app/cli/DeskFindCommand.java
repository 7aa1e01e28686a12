package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.person.Hit;
import dev.touchstone.rp.desk.person.Hits;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone desk find} */
@Command(
    name = "find",
    header = "Find people by name, address, credential id, key serial number or label",
    description = {
      "",
      "All words have to fit, each as the beginning of a word; accents and case do not matter.",
      ""
    })
final class DeskFindCommand extends TouchstoneCommand {

  private static final int USUAL = 20;

  @Parameters(index = "0..*", arity = "1..*", paramLabel = "TEXT", description = "What to find.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many at most; 20 unless given.")
  private int limit = USUAL;

  @Option(
      names = "--skip",
      paramLabel = "NUMBER",
      description = "Leave out so many of the best: those of the pages before.")
  private int skip;

  DeskFindCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Hits hits =
        useCases
            .desk()
            .people()
            .find(String.join(" ", words), Math.max(skip, 0), Page.limit(limit));
    answer(_ -> DeskDocuments.hits(hits), text(hits));
    return ExitCode.DONE;
  }

  private List<String> text(Hits hits) {
    if (hits.hits().isEmpty()) {
      return List.of("Nobody is found by that.");
    }
    Table table =
        new Table("NAME", "DISPLAY NAME", "E-MAIL", "STATUS", "KEYS", "LAST SIGN-IN", "FOUND BY")
            .yielding("NAME", "DISPLAY NAME", "E-MAIL")
            .sparing("FOUND BY", "STATUS");
    for (Hit hit : hits.hits()) {
      table.row(
          hit.user().name(),
          hit.user().displayName(),
          hit.user().profile().email().orElse(""),
          hit.user().status().word(),
          String.valueOf(hit.user().credentials()),
          hit.user().lastSignIn().map(Moment::of).orElse("never"),
          hit.by().word());
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    if (hits.more()) {
      lines.add("More: --skip %d".formatted(Math.max(skip, 0) + hits.hits().size()));
    }
    if (hits.many()) {
      lines.add("So many fit that not all were looked at: give more words.");
    }
    return lines;
  }
}
