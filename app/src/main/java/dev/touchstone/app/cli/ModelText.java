package dev.touchstone.app.cli;

import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the metadata say of a model, as lines of text. */
record ModelText(Sheet sheet, LocalDate today) {

  List<String> of(List<Listed> all) {
    List<String> lines = new ArrayList<>();
    for (Listed listed : all) {
      lines.add(sheet.style().strong(Visible.line(listed.entry().description())));
      add("id", listed.entry().id(), lines);
      add("told by", listed.origin(), lines);
      add(
          "certified",
          listed.entry().certificationOn(today).map(it -> it.word()).orElse("no"),
          lines);
      for (StatusReport report : listed.entry().statusReports()) {
        String words =
            "%s%s: %s"
                .formatted(
                    report.effectiveDate().map(day -> day + " ").orElse(""),
                    report.word(),
                    report.meaning());
        add("status", words + report.url().map(url -> " " + url).orElse(""), lines);
      }
      listed.entry().statement().ifPresent(it -> statement(it, lines));
    }
    return lines;
  }

  private void statement(MetadataStatement it, List<String> lines) {
    add(
        "protocol",
        "%s %s".formatted(it.protocolFamily(), String.join(", ", it.protocolVersions())),
        lines);
    it.authenticatorVersion().ifPresent(version -> add("firmware", version + " or newer", lines));
    add("attestation", String.join(", ", it.attestationTypes()), lines);
    add("algorithms", String.join(", ", it.algorithms()), lines);
    add("verification", String.join("; or ", it.userVerification()), lines);
    add("key storage", String.join(", ", it.keyProtection()), lines);
    add("attached", String.join(", ", it.attachmentHint()), lines);
    add("picture", it.icon().orElse("none"), lines);
    add("getInfo", it.getInfo().isPresent() ? "stated; see 'trust compare'" : "not stated", lines);
    for (X509Certificate root : it.roots()) {
      add("root", root.getSubjectX500Principal().toString(), lines);
    }
    if (it.roots().isEmpty()) {
      add("root", "none: its attestation cannot be proven by these metadata", lines);
    }
  }

  private void add(String name, String value, List<String> lines) {
    if (value.isBlank()) {
      return;
    }
    String indent = "  %-13s".formatted(name);
    List<String> text = sheet.lines(Visible.of(value), sheet.columns() - indent.length());
    for (int i = 0; i < text.size(); i++) {
      lines.add((i == 0 ? sheet.style().dim(indent) : " ".repeat(indent.length())) + text.get(i));
    }
  }
}
