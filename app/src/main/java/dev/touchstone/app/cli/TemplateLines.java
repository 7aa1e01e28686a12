package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.mail.MailTemplates.Draft;
import dev.touchstone.rp.mail.template.TemplateFinding;
import java.util.ArrayList;
import java.util.List;

/** A template in the terminal: the mail that it makes, and what is to be said about it. */
final class TemplateLines {

  private TemplateLines() {}

  static List<String> of(Draft draft) {
    List<String> lines = new ArrayList<>();
    draft
        .sample()
        .ifPresent(letter -> {
          lines.add("Subject: " + Visible.line(letter.subject()));
          lines.add("");
          letter.text().lines().map(Visible::line).forEach(lines::add);
        });
    for (TemplateFinding finding : draft.findings()) {
      lines.add(
          "%s  %s".formatted(finding.refuses() ? "no" : "note", Visible.line(finding.sentence())));
    }
    return lines;
  }
}
