package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.CompareWithStatement;
import dev.touchstone.rp.attestation.comparison.ComparedMember;
import dev.touchstone.rp.attestation.comparison.ComparedMember.Verdict;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone trust compare} */
@Command(
    name = "compare",
    header = "Hold what a key tells beside what its vendor states",
    description = {
      "",
      "Member by member: authenticatorGetInfo of the key and of its metadata statement. A"
          + " contradiction means other firmware than was described, or another model than is"
          + " claimed.",
      ""
    })
final class TrustCompareCommand extends TouchstoneCommand {

  @Mixin private WhichKey key = new WhichKey();

  TrustCompareCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    CompareWithStatement.Result result = useCases.trust().compareWithStatement().run(key.key());
    answer(_ -> TrustDocuments.compared(result), text(result));
    return result.comparison().contradictions().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(CompareWithStatement.Result result) {
    Table table = new Table("MEMBER", "", "THE VENDOR", "THE KEY");
    table.yielding("THE VENDOR", "THE KEY");
    for (ComparedMember member : result.comparison().members()) {
      table.row(member.name(), word(member.verdict()), member.stated(), member.told());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Visible.line(
            "%s, by %s"
                .formatted(result.listed().entry().description(), result.listed().origin())));
    lines.addAll(table.lines(terminal().sheet()));
    for (ComparedMember member : result.comparison().contradictions()) {
      String sentence = "%s: %s".formatted(member.name(), member.why());
      terminal().sheet().lines(Visible.of(sentence), terminal().columns()).stream()
          .map(style()::warning)
          .forEach(lines::add);
    }
    lines.add(result.comparison().summary());
    return lines;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case SAME -> "same";
      case DIFFERENT -> "DIFFERENT";
      case NOT_TOLD -> "NOT TOLD";
      case NOT_STATED -> "not stated";
      case STATE -> "its state";
    };
  }
}
