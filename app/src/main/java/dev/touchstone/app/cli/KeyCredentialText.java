package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.AlgorithmName;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.usecase.CredentialsOnKey.WithoutPin;
import dev.touchstone.app.usecase.ProtectionWords;
import dev.touchstone.key.manage.CredentialSlots;
import dev.touchstone.key.manage.StoredCredential;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The credentials on a key as a person reads them. */
final class KeyCredentialText {

  /** What a list cannot show, whatever key it is of. */
  private static final String INVISIBLE =
      "Credentials that are not discoverable take no slot and cannot be listed: they live in their"
          + " relying party's database.";

  private static final int SHORTEST_ID = 8;
  private static final int WIDEST_NAME = 17;

  private final Sheet sheet;

  KeyCredentialText(Sheet sheet) {
    this.sheet = sheet;
  }

  List<String> lines(CredentialsOnKey found, List<StoredCredential> shown, boolean verbose) {
    List<String> lines = new ArrayList<>();
    if (!shown.isEmpty()) {
      if (verbose) {
        shown.forEach(it -> lines.addAll(facts(it)));
      } else {
        lines.addAll(table(shown, found.content().credentials()));
      }
    } else {
      lines.add(
          found.content().credentials().isEmpty()
              ? "There is no discoverable credential on this key."
              : "None of the %d credentials on this key matches."
                  .formatted(found.content().credentials().size()));
    }
    return lines;
  }

  /** What is said besides, for people alone. */
  List<String> remarks(CredentialsOnKey found) {
    List<String> remarks = new ArrayList<>();
    remarks.add(room(found.content().slots()));
    if (found.content().isIncomplete()) {
      remarks.add(
          sheet
              .style()
              .warning(
                  "The key counts %d credentials, but listed %d."
                      .formatted(
                          found.content().slots().existing().orElse(0),
                          found.content().credentials().size())));
    }
    found.withoutPin().ifPresent(right -> remarks.add(right(right)));
    if (!found.note().isEmpty()) {
      remarks.add(sheet.style().warning(found.note()));
    }
    remarks.add(INVISIBLE);
    return remarks;
  }

  static String room(CredentialSlots slots) {
    String free =
        slots.remaining().isEmpty()
            ? "The key does not tell how many more fit."
            : switch (slots.remaining().getAsInt()) {
              case 0 -> "The key is full.";
              case 1 -> "One more fits at most.";
              default -> "%d more fit at most.".formatted(slots.remaining().getAsInt());
            };
    return slots.existing().isEmpty()
        ? free
        : "%d on the key. %s".formatted(slots.existing().getAsInt(), free);
  }

  /** Enough of an id to name it by; all of it in a file. */
  String shortId(StoredCredential it, List<StoredCredential> all) {
    String id = it.id().bytes().base64Url();
    if (sheet.endless()) {
      return id;
    }
    int length = Math.min(SHORTEST_ID, id.length());
    while (length < id.length() && !isUnique(id.substring(0, length), all)) {
      length++;
    }
    return id.substring(0, length);
  }

  private static boolean isUnique(String beginning, List<StoredCredential> all) {
    return all.stream()
            .filter(it -> it.id().bytes().base64Url().startsWith(beginning))
            .limit(2)
            .count()
        == 1;
  }

  private List<String> table(List<StoredCredential> shown, List<StoredCredential> all) {
    Table table =
        new Table("ID", "RP", "USER", "DISPLAY NAME", "ALG", "PROTECTION", "BLOB", "PAYMENT")
            .yielding("RP", "USER", "DISPLAY NAME")
            .sparing("PAYMENT", "BLOB", "ALG", "DISPLAY NAME");
    for (StoredCredential it : shown) {
      table.row(
          shortId(it, all),
          rp(it),
          it.user().name(),
          it.user().displayName(),
          AlgorithmName.of(it.publicKey().algorithm()),
          it.protection().isPresent() ? String.valueOf(it.protection().getAsInt()) : "?",
          it.largeBlobKey() ? "yes" : "no",
          it.thirdPartyPayment().map(yes -> yes ? "yes" : "no").orElse("?"));
    }
    List<String> lines = new ArrayList<>(table.lines(sheet));
    List<String> leftOut = table.leftOut(sheet);
    if (!leftOut.isEmpty()) {
      lines.add(
          sheet
              .style()
              .dim("No room for %s: see --verbose.".formatted(String.join(", ", leftOut))));
    }
    return lines;
  }

  static String rp(StoredCredential it) {
    String known = it.rp().id().map(id -> it.rp().isShortened() ? id + "…" : id).orElse("");
    return known.isEmpty()
        ? "SHA-256 " + HexFormat.of().formatHex(it.rp().idHash().toArray()).substring(0, 16) + "…"
        : known;
  }

  private List<String> facts(StoredCredential it) {
    List<String> lines = new ArrayList<>();
    lines.add(sheet.style().strong(Visible.line(rp(it))));
    add("id", it.id().bytes().base64Url(), lines);
    add("user", it.user().name().isEmpty() ? "no name" : it.user().name(), lines);
    add(
        "display name",
        it.user().displayName().isEmpty() ? "none" : it.user().displayName(),
        lines);
    add("user id", it.user().id().base64Url(), lines);
    add("RP ID hash", HexFormat.of().formatHex(it.rp().idHash().toArray()), lines);
    add("algorithm", AlgorithmName.of(it.publicKey().algorithm()), lines);
    add("protection", ProtectionWords.of(it.protection()), lines);
    add("large-blob key", it.largeBlobKey() ? "yes" : "no", lines);
    add(
        "payment",
        it.thirdPartyPayment()
            .map(yes -> yes ? "others may start one with it" : "no")
            .orElse("not told"),
        lines);
    return lines;
  }

  private void add(String name, String value, List<String> lines) {
    String lead = "  " + sheet.style().accent(Paragraph.padded(name, WIDEST_NAME));
    for (String line : sheet.lines(Visible.line(value), sheet.columns() - WIDEST_NAME - 2)) {
      lines.add(lead + line);
      lead = " ".repeat(WIDEST_NAME + 2);
    }
  }

  private static String right(WithoutPin right) {
    String changed =
        right
            .changed()
            .map(yes ->
                yes
                    ? " Something changed since the last look on %s."
                        .formatted(Moment.of(right.lastLook()))
                    : " Nothing changed since the last look on %s."
                        .formatted(Moment.of(right.lastLook())))
            .orElse("");
    return "Listed without the PIN, as allowed on %s.%s"
        .formatted(Moment.of(right.since()), changed);
  }
}
