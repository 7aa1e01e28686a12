package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.app.usecase.trust.PolicyWords;
import dev.touchstone.app.usecase.trust.TrustOverview;
import dev.touchstone.rp.attestation.mds.BlobChanges;
import dev.touchstone.rp.attestation.mds.BlobCheck;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.KnownBlob;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import dev.touchstone.rp.attestation.metadata.MetadataEntry;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.examination.Examined;
import java.util.ArrayList;
import java.util.List;

/** Trust as lines of text. */
record TrustText(Sheet sheet) {

  private static final int FEW = 10;

  List<String> of(TrustOverview overview) {
    List<String> lines = new ArrayList<>(List.of(sheet.style().strong("Metadata")));
    overview.metadata().blobs().forEach(blob -> add("  ", blob(blob, overview), lines));
    if (overview.metadata().blobs().isEmpty()) {
      lines.add("  None are kept: fetch them with 'touchstone trust fetch'.");
    }
    overview.metadata().complaints().forEach(it -> warn(it, lines));
    lines.add(sheet.style().strong("Trusted for every model"));
    overview
        .sources()
        .forEach((origin, count) ->
            add("  ", "%s: %s".formatted(origin, counted(count, "root")), lines));
    overview.anchors().complaints().forEach(it -> warn(it, lines));
    lines.add(sheet.style().strong("Policy"));
    PolicyWords.of(overview.policy()).forEach(it -> add("  ", it, lines));
    return lines;
  }

  List<String> of(boolean kept, FetchMetadata.Result result) {
    Fetched fetched = result.fetched();
    List<String> lines = new ArrayList<>();
    fetched.judged().ifPresent(judged -> judged.checks().forEach(it -> check(it, lines)));
    add("", outcome(kept, fetched), lines);
    changes(fetched.changes(), lines);
    result.examination().ifPresent(it -> lines.addAll(of(kept, it)));
    return lines;
  }

  List<String> of(boolean done, ExaminationResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s examined, %d of them trusted."
            .formatted(counted(result.examined(), "credential"), result.trusted()));
    listed(done ? "No longer trusted" : "Would no longer be trusted", result.lost(), lines);
    listed(done ? "Trusted now" : "Would be trusted", result.gained(), lines);
    List<Examined> others = result.refused().stream().filter(it -> !it.changed()).toList();
    listed("The policy would not take today", others, lines);
    if (result.lost().isEmpty() && result.gained().isEmpty()) {
      lines.add(done ? "Nothing changed." : "Nothing would change.");
    }
    return lines;
  }

  private static String outcome(boolean kept, Fetched fetched) {
    String number = fetched.candidate().map(it -> " number " + it.number()).orElse("");
    return switch (fetched.result()) {
      case NEWER ->
          kept
              ? "The BLOB%s is kept.".formatted(number)
              : "The BLOB%s is good. Nothing was kept.".formatted(number);
      case UNCHANGED -> "Nothing is newer. " + fetched.because();
      case REFUSED -> "The BLOB is refused. " + fetched.because();
      case UNREACHABLE ->
          "Nothing was fetched, because %s. %s"
              .formatted(
                  fetched.because(),
                  fetched
                      .kept()
                      .map(it ->
                          "The one that is kept, number %d, is still used.".formatted(it.number()))
                      .orElse("Metadata that were fetched before are still used."));
    };
  }

  private void changes(BlobChanges changes, List<String> lines) {
    models("New", changes.added(), lines);
    models("No longer listed", changes.removed(), lines);
    for (BlobChanges.StatusChange change : changes.changed()) {
      add(
          "  ",
          "%s: %s, before %s"
              .formatted(
                  change.entry().description(),
                  String.join(", ", change.after()),
                  String.join(", ", change.before())),
          lines);
    }
  }

  private void models(String title, List<MetadataEntry> models, List<String> lines) {
    if (models.isEmpty()) {
      return;
    }
    List<String> names =
        models.stream()
            .limit(sheet.endless() ? models.size() : FEW)
            .map(MetadataEntry::description)
            .toList();
    String rest = names.size() < models.size() ? ", …" : "";
    add(
        "  ",
        "%s: %s: %s%s"
            .formatted(title, counted(models.size(), "model"), String.join(", ", names), rest),
        lines);
  }

  private void listed(String title, List<Examined> credentials, List<String> lines) {
    if (credentials.isEmpty()) {
      return;
    }
    lines.add(sheet.style().strong("%s: %d".formatted(title, credentials.size())));
    for (Examined it : credentials) {
      add(
          "  ",
          "%s, %s %s: %s"
              .formatted(
                  it.credential().userName(),
                  it.credential().model().orElse(it.credential().aaguid()),
                  sheet.endless()
                      ? it.credential().id()
                      : Paragraph.shorten(it.credential().id(), 12),
                  it.because()),
          lines);
    }
  }

  private static String counted(int number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  private static String blob(KnownBlob blob, TrustOverview overview) {
    return "%s, number %d, %s; the next one %s on %s. Fetched on %s from %s."
        .formatted(
            blob.publisher(),
            blob.kept().number(),
            counted(blob.judged().content().map(it -> it.entries().size()).orElse(0), "model"),
            blob.judged().content().filter(it -> isOverdue(it, overview)).isPresent()
                ? "was due"
                : "is due",
            blob.kept().nextUpdate(),
            Moment.of(blob.kept().fetched()),
            blob.kept().source());
  }

  private static boolean isOverdue(MetadataBlob blob, TrustOverview overview) {
    return blob.isOverdueAt(overview.now());
  }

  private void check(BlobCheck check, List<String> lines) {
    String mark =
        switch (check.outcome()) {
          case PASSED -> sheet.style().good("✓");
          case FAILED -> sheet.style().warning("✗");
          case NOTED -> sheet.style().dim("·");
        };
    List<String> text =
        sheet.lines(Visible.of(check.title() + ": " + check.explanation()), sheet.columns() - 2);
    for (int i = 0; i < text.size(); i++) {
      lines.add((i == 0 ? mark + " " : "  ") + text.get(i));
    }
  }

  private void warn(String sentence, List<String> lines) {
    sheet.lines(Visible.of(sentence), sheet.columns() - 2).stream()
        .map(line -> "  " + sheet.style().warning(line))
        .forEach(lines::add);
  }

  private void add(String indent, String text, List<String> lines) {
    sheet.lines(Visible.of(text), sheet.columns() - indent.length()).stream()
        .map(line -> indent + line)
        .forEach(lines::add);
  }
}
