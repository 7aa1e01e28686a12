package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Code;
import dev.touchstone.app.advice.CodeBook;
import dev.touchstone.app.advice.Explanation;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone explain} */
@Command(
    name = "explain",
    header = "Say what an error code of a key, a card, a reader or a server means",
    description = {
      "",
      "Takes what any program printed: a CTAP status or CTAPHID error (0x36,"
          + " CTAP2_ERR_PUAT_REQUIRED, FIDO_ERR_PIN_REQUIRED), a status word (6985, SW=0x6a82), a"
          + " PC/SC error (SCARD_E_SHARING_VIOLATION, 0x8010000b), an error of the operating system"
          + " (EACCES), a problem of Touchstone's HTTP API (rate_limited, 429). What to do depends"
          + " on what was being done: name it with --operation.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone explain 0x36",
      "  touchstone explain CTAP2_ERR_NOT_ALLOWED --operation reset-key",
      "  touchstone explain 6985",
      "  touchstone explain SCARD_E_SHARING_VIOLATION --json",
      "  touchstone explain token_not_fresh",
    })
final class ExplainCommand extends TouchstoneCommand {

  private static final String INDENT = "  ";

  @Parameters(paramLabel = "CODE", description = "A number or a name.")
  private String code = "";

  @Option(
      names = "--operation",
      paramLabel = "OPERATION",
      converter = OperationName.class,
      completionCandidates = OperationName.Candidates.class,
      description = "What was being done: ${COMPLETION-CANDIDATES}.")
  private @Nullable Operation operation;

  ExplainCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Code> codes = CodeBook.find(code);
    if (codes.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "'%s' is no code that is known here.".formatted(Paragraph.shorten(code, 40)),
              "",
              "Give a number such as 0x36 or 6985, or a name such as CTAP2_ERR_PIN_INVALID.",
              ""));
    }
    Operation during = operation;
    answer(
        _ -> ExplanationDocument.of(codes, during),
        during == null ? all(codes) : one(codes, during));
    return ExitCode.DONE;
  }

  private List<String> all(List<Code> codes) {
    List<String> lines = new ArrayList<>();
    for (Code each : codes) {
      heading(each, lines);
      paragraph(each.happened(), lines);
      for (Explanation.Case same : Explanation.of(each).cases()) {
        lines.add("");
        paragraph(same.when().isEmpty() ? "" : same.when() + ":", style()::dim, lines);
        paragraph(same.next().isEmpty() ? "There is nothing to do." : same.next(), lines);
      }
      clause(each.clause(), lines);
    }
    return lines;
  }

  private List<String> one(List<Code> codes, Operation during) {
    List<String> lines = new ArrayList<>();
    for (Code each : codes) {
      Advice advice = Advisor.on(during, each);
      heading(each, lines);
      paragraph(advice.happened(), lines);
      paragraph(advice.cost(), lines);
      paragraph(advice.next(), lines);
      clause(advice.clause(), lines);
    }
    return lines;
  }

  private void heading(Code each, List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    String title = (each.text() + " " + each.name()).strip();
    boolean sameTwice = each.text().equals(each.name());
    lines.add(
        "%s  %s"
            .formatted(
                style().strong(sameTwice ? each.name() : title),
                style().dim(each.family().words())));
  }

  private void paragraph(String text, List<String> lines) {
    paragraph(text, line -> line, lines);
  }

  private void paragraph(String text, UnaryOperator<String> paint, List<String> lines) {
    if (!text.isEmpty()) {
      Sheet sheet = terminal().sheet();
      sheet
          .lines(text, sheet.columns() - INDENT.length())
          .forEach(line -> lines.add(INDENT + paint.apply(line)));
    }
  }

  private void clause(String clause, List<String> lines) {
    if (!clause.isEmpty()) {
      lines.add("");
      lines.add(INDENT + style().dim("(" + clause + ")"));
    }
  }
}
