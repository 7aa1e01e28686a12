package dev.touchstone.app.cli;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An attestation in a few lines, its certificates drawn as a tree that hangs from the anchor. */
final class CertificatePath {

  private final int columns;
  private final Style style;

  CertificatePath(int columns, Style style) {
    this.columns = columns;
    this.style = style;
  }

  List<String> lines(AttestationReport report) {
    List<String> lines = new ArrayList<>();
    String model = report.model().map(name -> name + "  ").orElse("");
    lines.add(
        "  %s, %s   %s%s"
            .formatted(
                style.strong(report.format()), report.type(), model, style.dim(report.aaguid())));
    for (String line : Paragraph.lines(Visible.of(report.sentence()), columns - 2)) {
      lines.add("  " + (report.trusted() ? style.good(line) : style.warning(line)));
    }
    List<PathElement> fromAnchor = new ArrayList<>(report.path());
    Collections.reverse(fromAnchor);
    String indent = "  ";
    for (int i = 0; i < fromAnchor.size(); i++) {
      boolean last = i == fromAnchor.size() - 1;
      add(fromAnchor.get(i), indent, i == 0 ? "" : "└─ ", last, lines);
      indent += i == 0 ? "" : "   ";
    }
    return lines;
  }

  private void add(
      PathElement certificate, String indent, String branch, boolean last, List<String> lines) {
    String subject =
        Paragraph.shorten(
            Visible.line(certificate.subject()), columns - indent.length() - branch.length() - 16);
    lines.add(indent + style.dim(branch) + subject + "  " + style.dim(role(certificate.role())));
    String below = indent + " ".repeat(branch.length()) + (last ? "   " : style.dim("│  "));
    int room = columns - indent.length() - branch.length() - 3;
    lines.add(
        below
            + style.dim(
                Paragraph.shorten(
                    "valid %s to %s   SHA-256 %s"
                        .formatted(
                            certificate.validFrom(),
                            certificate.validUntil(),
                            Paragraph.shorten(certificate.fingerprint(), 17)),
                    room)));
    for (String note : certificate.notes()) {
      for (String line : Paragraph.lines(Visible.of(note), room)) {
        lines.add(below + style.dim(line));
      }
    }
  }

  private static String role(AttestationReport.Role role) {
    return switch (role) {
      case LEAF -> "this key";
      case INTERMEDIATE -> "intermediate";
      case ANCHOR -> "trust anchor";
    };
  }
}
