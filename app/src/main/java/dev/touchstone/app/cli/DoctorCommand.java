package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.doctor.Finding;
import dev.touchstone.app.doctor.Finding.Verdict;
import dev.touchstone.app.doctor.UdevRule;
import dev.touchstone.app.usecase.SeeDoctor;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone doctor} */
@Command(
    name = "doctor",
    header = "Find out why a key is not found, and what to do",
    description = {
      "",
      "It looks at keys on every wire, permissions, the PC/SC service, the clock, the database and"
          + " the data folder, and changes nothing. Keys are asked what they are: no PIN, no touch.",
      "",
      "With --fix it installs the udev rule that lets whoever sits at this computer use keys on USB"
          + " (Linux), after asking.",
      ""
    })
final class DoctorCommand extends TouchstoneCommand {

  @Option(names = "--fix", description = "Install the udev rule for keys on USB.")
  private boolean fix;

  @Option(names = "--dry-run", description = "With --fix: only print the rule.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "With --fix: do not ask.")
  private boolean yes;

  DoctorCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    SeeDoctor doctor = useCases.seeDoctor();
    return fix ? fix(doctor) : examine(doctor);
  }

  private int examine(SeeDoctor doctor) {
    List<Finding> findings = doctor.run();
    answer(documents -> KeyDocuments.findings(findings), text(findings));
    boolean broken = findings.stream().anyMatch(it -> it.verdict() == Verdict.BROKEN);
    return broken ? ExitCode.FAILED : ExitCode.DONE;
  }

  private int fix(SeeDoctor doctor) throws Failure {
    UdevRule rule = doctor.preview();
    if (rule.isInstalled()) {
      answer(
          documents -> KeyDocuments.rule(false, rule),
          List.of(rule.file() + " is installed already. Plug the key in again."));
      return ExitCode.DONE;
    }
    boolean confirmed = !dryRun && (yes || agreed(rule));
    if (confirmed) {
      UdevRule _ = doctor.apply();
    }
    answer(documents -> KeyDocuments.rule(confirmed, rule), text(rule, confirmed));
    return ExitCode.DONE;
  }

  private boolean agreed(UdevRule rule) {
    if (!terminal().inIsTerminal() || wantsJson()) {
      return false;
    }
    terminal().err().println("This would be written to " + rule.file() + ":");
    terminal().err().println();
    terminal().err().print(rule.content());
    terminal().err().println();
    terminal().err().print("Write it? [y/N] ");
    terminal().err().flush();
    String answer =
        Answer.unlessCancelled(
                root.context().cancellation(), () -> LineReader.line(terminal().in()))
            .orElse("");
    return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static List<String> text(UdevRule rule, boolean written) {
    if (written) {
      return List.of(
          "Wrote " + rule.file() + ".",
          "Now reload the rules, and plug the key in again:",
          "  " + UdevRule.RELOAD);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# " + rule.file());
    rule.content().lines().forEach(lines::add);
    lines.add("# Nothing was written; 'sudo touchstone doctor --fix --yes' writes it. Then:");
    lines.add("# " + UdevRule.RELOAD);
    return lines;
  }

  private List<String> text(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    String area = "";
    for (Finding it : findings) {
      if (!it.area().equals(area)) {
        if (!lines.isEmpty()) {
          lines.add("");
        }
        area = it.area();
        lines.add(style().strong(area));
      }
      String lead = "  " + mark(it.verdict()) + " ";
      int room = terminal().sheet().columns() - 4;
      String words = Visible.line(it.title()) + ": " + Visible.line(it.found());
      for (String line : terminal().sheet().lines(words, room)) {
        lines.add(lead + line);
        lead = "    ";
      }
      if (!it.next().isEmpty()) {
        for (String line : terminal().sheet().lines("→ " + Visible.line(it.next()), room)) {
          lines.add("    " + style().accent(line));
        }
      }
    }
    lines.add("");
    lines.add(summary(findings));
    return lines;
  }

  private String mark(Verdict verdict) {
    return switch (verdict) {
      case FINE -> style().good("✓");
      case ATTENTION -> style().warning("!");
      case BROKEN -> style().bad("✗");
      case UNKNOWN -> style().dim("?");
    };
  }

  private static String summary(List<Finding> findings) {
    long broken = findings.stream().filter(it -> it.verdict() == Verdict.BROKEN).count();
    long attention = findings.stream().filter(it -> it.verdict() == Verdict.ATTENTION).count();
    if (broken > 0) {
      return "%d broken, %d to look at.".formatted(broken, attention);
    }
    return attention > 0
        ? "Nothing is broken, %d to look at.".formatted(attention)
        : "All is fine.";
  }
}
