package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone audit verify} */
@Command(
    name = "verify",
    header = "Find rows that were changed, removed, inserted or moved",
    description = {
      "",
      "Computes the hash of every row again and compares the signed checkpoints. Ends with 1 if"
          + " something was tampered with. Whoever can write the database can take rows away that"
          + " no checkpoint speaks for: keep one elsewhere, with 'audit checkpoint FILE'.",
      ""
    })
final class AuditVerifyCommand extends TouchstoneCommand {

  private static final long TOLD_EVERY = 100_000;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Checkpoints that were kept elsewhere.")
  private @Nullable Path checkpoints;

  private long told;

  AuditVerifyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<ChainReport> chains =
        useCases.audit().verify(Optional.ofNullable(checkpoints), this::tell);
    answer(_ -> AuditDocuments.verified(chains), text(chains));
    return chains.stream().allMatch(ChainReport::intact) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void tell(long rows) {
    if (rows - told >= TOLD_EVERY && terminal().errIsTerminal()) {
      told = rows;
      terminal().err().println("%,d rows …".formatted(rows));
    }
  }

  private List<String> text(List<ChainReport> chains) {
    if (chains.isEmpty()) {
      return List.of("The audit trail is empty.");
    }
    List<String> lines = new ArrayList<>();
    chains.forEach(it -> chain(it, lines));
    return lines;
  }

  private void chain(ChainReport it, List<String> lines) {
    String rows = "%,d rows, %d to %d".formatted(it.rows(), it.first(), it.last());
    lines.add(
        it.intact()
            ? style().good("%s: intact, %s.".formatted(Visible.line(it.writer()), rows))
            : style()
                .bad(
                    "%s: tampered with in %,d place%s, %s."
                        .formatted(
                            Visible.line(it.writer()),
                            it.findingsInAll(),
                            it.findingsInAll() == 1 ? "" : "s",
                            rows)));
    it.findings().forEach(finding -> lines.add("  " + finding.sentence()));
    if (it.findingsInAll() > it.findings().size()) {
      lines.add("  … and %,d more.".formatted(it.findingsInAll() - it.findings().size()));
    }
    if (it.retainedUpTo() > 0) {
      lines.add("  Rows up to %d were removed by policy.".formatted(it.retainedUpTo()));
    }
    lines.add("  " + signed(it));
  }

  private static String signed(ChainReport it) {
    if (it.signedAt().isEmpty()) {
      return "Nothing of it is signed yet: 'audit checkpoint' signs it.";
    }
    long open = it.last() - it.signedUpTo();
    return "Signed up to row %d on %s%s."
        .formatted(
            it.signedUpTo(),
            Moment.of(it.signedAt().get()),
            open <= 0 ? "" : "; %,d later ones are not signed yet".formatted(open));
  }
}
