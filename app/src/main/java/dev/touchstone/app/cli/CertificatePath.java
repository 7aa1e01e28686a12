package dev.touchstone.app.cli;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.metadata.Metadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An attestation in a few lines, its certificates drawn as a tree that hangs from the anchor. */
final class CertificatePath {

  private final Sheet sheet;
  private final int columns;
  private final Style style;
  private final boolean everything;

  /**
   * @param everything whether fingerprints are shown in full
   */
  CertificatePath(Sheet sheet, boolean everything) {
    this.sheet = sheet;
    this.columns = sheet.columns();
    this.style = sheet.style();
    this.everything = everything;
  }

  List<String> lines(AttestationReport report) {
    List<String> lines = new ArrayList<>();
    String model = report.model().map(name -> "   " + name).orElse("");
    String kind = report.format() + ", " + report.type();
    String first = "  " + style.strong(kind) + Visible.line(model);
    int used = 2 + Paragraph.width(kind + model) + 2 + Paragraph.width(report.aaguid());
    if (sheet.endless() || used <= columns) {
      lines.add(first + "  " + style.dim(report.aaguid()));
    } else {
      lines.add(first);
      lines.add("  " + style.dim(report.aaguid()));
    }
    for (String line : sheet.lines(Visible.of(report.sentence()), columns - 2)) {
      lines.add("  " + (report.trusted() ? style.good(line) : style.warning(line)));
    }
    for (Metadata.Listed listed : report.metadata()) {
      String words = "%s: %s".formatted(listed.origin(), listed.entry().history());
      sheet
          .lines(Visible.of(words), columns - 2)
          .forEach(line -> lines.add("  " + style.dim(line)));
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
    String below = indent + " ".repeat(branch.length()) + (last ? "   " : style.dim("│  "));
    int room = columns - indent.length() - branch.length() - 3;
    String role = role(certificate.role());
    String lead = indent + style.dim(branch);
    List<String> subject =
        sheet.lines(Visible.line(certificate.subject()), room - role.length() - 2);
    for (String line : subject.subList(0, subject.size() - 1)) {
      lines.add(lead + line);
      lead = below;
    }
    lines.add(lead + subject.getLast() + "  " + style.dim(role));
    List<String> details = new ArrayList<>();
    details.add(
        "valid %s to %s".formatted(certificate.validFrom(), certificate.validUntil())
            + (everything ? "" : "   SHA-256 " + sheet.shorten(certificate.fingerprint(), 17)));
    if (everything) {
      details.add("SHA-256 " + certificate.fingerprint());
    }
    details.addAll(certificate.notes());
    for (String detail : details) {
      sheet.lines(Visible.of(detail), room).forEach(line -> lines.add(below + style.dim(line)));
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
