package dev.touchstone.app.cli;

import dev.touchstone.rp.account.Credential;
import java.util.ArrayList;
import java.util.List;

/** The last uses of a credential: how its counter and its backup state came about. */
final class CredentialHistory {

  private static final int SHOWN = 10;

  private final Sheet sheet;

  CredentialHistory(Sheet sheet) {
    this.sheet = sheet;
  }

  List<String> lines(Credential credential) {
    if (credential.history().isEmpty()) {
      return List.of();
    }
    Table table = new Table("USED", "COUNTER", "BACKED UP", "FROM");
    credential.history().stream()
        .limit(sheet.endless() ? credential.history().size() : SHOWN)
        .forEach(it ->
            table.row(
                Moment.of(it.when()),
                String.valueOf(it.signCount()),
                it.backedUp() ? "yes" : "no",
                it.address().isEmpty() ? "this computer" : it.address()));
    List<String> lines = new ArrayList<>();
    table.lines(sheet).forEach(line -> lines.add("  " + line));
    return lines;
  }
}
