package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.ceremony.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A ceremony that came to its verdict: the steps, the library's word, the credential. */
final class CeremonyReport {

  private final StepList steps;
  private final StepList.Detail detail;
  private final Sheet sheet;
  private final Style style;

  CeremonyReport(StepList.Detail detail, Sheet sheet) {
    this.steps = new StepList(detail, sheet);
    this.detail = detail;
    this.sheet = sheet;
    this.style = sheet.style();
  }

  List<String> lines(CeremonyResult result) {
    Verdict verdict = result.verdict();
    List<String> lines = new ArrayList<>();
    if (!verdict.steps().isEmpty()) { // a server tells none
      lines.addAll(steps.lines(verdict.steps()));
      lines.add("");
    }
    lines.add(
        "  " + (verdict.accepted() ? style.good(accepted(verdict)) : style.bad(refused(verdict))));
    addParagraph(library(verdict), verdict.disagrees(), lines);
    verdict.warnings().forEach(warning -> addParagraph("Warning: " + warning, true, lines));
    verdict.credential().ifPresent(credential -> lines.add("  " + described(credential)));
    verdict
        .attestation()
        .ifPresent(report -> {
          lines.add("");
          lines.add("  " + style.strong("Attestation"));
          lines.addAll(
              new CertificatePath(sheet, detail == StepList.Detail.EVERYTHING).lines(report));
        });
    return lines;
  }

  private static String accepted(Verdict verdict) {
    return switch (verdict.kind()) {
      case REGISTRATION -> "✓ Registered.";
      case AUTHENTICATION -> "✓ Signed in.";
    };
  }

  private static String refused(Verdict verdict) {
    String steps =
        String.join(", ", verdict.failedSteps().stream().map(step -> step.number()).toList());
    return "✗ Refused" + (steps.isEmpty() ? "." : " at step " + steps + ".");
  }

  private static String library(Verdict verdict) {
    if (verdict.steps().isEmpty()) {
      return verdict.library().words();
    }
    String word =
        verdict.library().accepted()
            ? "webauthn-server-core accepts it."
            : "webauthn-server-core refuses it: " + verdict.library().words();
    return verdict.disagrees()
        ? word + " That is not what the steps say: a defect of this program, please report it."
        : word;
  }

  private void addParagraph(String text, boolean warning, List<String> lines) {
    for (String line : sheet.lines(Visible.of(text), sheet.columns() - 2)) {
      lines.add("  " + (warning ? style.warning(line) : style.dim(line)));
    }
  }

  private String described(Credential credential) {
    return "Credential %s of %s, %s, counter %d"
        .formatted(
            style.accent(sheet.shorten(credential.id(), 19)),
            style.strong(Visible.line(credential.userName())),
            credential.algorithm(),
            credential.signCount());
  }
}
