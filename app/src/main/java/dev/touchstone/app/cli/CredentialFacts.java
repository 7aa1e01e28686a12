package dev.touchstone.app.cli;

import dev.touchstone.rp.account.Credential;
import java.util.ArrayList;
import java.util.List;

/** All that the relying party knows of a credential, one line a fact. */
final class CredentialFacts {

  private static final int WIDEST_NAME = 15;

  private final Sheet sheet;

  CredentialFacts(Sheet sheet) {
    this.sheet = sheet;
  }

  List<String> lines(Credential it) {
    List<String> lines = new ArrayList<>();
    lines.add(
        sheet.style().strong(Visible.line(it.userName()))
            + (it.label().isEmpty() ? "" : "  " + Visible.line(it.label())));
    add("id", it.id(), lines);
    add("model", it.model().orElse("not known"), lines);
    add("AAGUID", it.aaguid(), lines);
    add("algorithm", it.algorithm(), lines);
    add(
        "transports",
        it.transports().isEmpty() ? "none told" : String.join(", ", it.transports()),
        lines);
    add("discoverable", it.discoverable().map(CredentialFacts::word).orElse("not known"), lines);
    add("user verified", word(it.userVerified()), lines);
    add("backup", backup(it), lines);
    add("counter", it.signCount() + (it.possibleClone() ? ", went back once" : ""), lines);
    add(
        "attestation",
        it.attestationFormat() + (it.trusted() ? ", trusted" : ", not trusted"),
        lines);
    add("registered", Moment.of(it.created()), lines);
    add("last used", it.lastUsed().map(Moment::of).orElse("never"), lines);
    return lines;
  }

  private void add(String name, String value, List<String> lines) {
    String lead = "  " + sheet.style().accent(Paragraph.padded(name, WIDEST_NAME));
    for (String line : sheet.lines(Visible.line(value), sheet.columns() - WIDEST_NAME - 2)) {
      lines.add(lead + line);
      lead = " ".repeat(WIDEST_NAME + 2);
    }
  }

  private static String backup(Credential it) {
    if (!it.backupEligible()) {
      return "stays on this key";
    }
    return it.backedUp() ? "backed up" : "possible, not done";
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }
}
