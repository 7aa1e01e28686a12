package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.ItemTable;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Outcome;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;

/** Rows of the trail, and users of several addresses, as tables. */
final class AuditTables {

  /** Below these widths the card has what the table leaves out. */
  private static final double ROOMY = 620;

  private static final double WIDE = 860;

  private AuditTables() {}

  static ItemTable<AuditRow> rows(ObservableList<AuditRow> rows, Moments moments) {
    return new ItemTable<>(
            "audit-rows", "Rows of the audit trail", rows, "Nothing of the kind is in the trail.")
        .words("When", 165, row -> moments.absolute(row.when()))
        .words("Event", 172, AuditRow::event)
        .column("Outcome", 96, row -> new Badge(row.outcome(), tone(row)))
        .words("Who", 125, AuditRow::actor)
        .words("For whom", 125, AuditRow::subject)
        .whereWiderThan(ROOMY)
        .words("From", 110, AuditRow::address)
        .whereWiderThan(WIDE)
        .words("Why", 220, AuditTables::why)
        .whereWiderThan(WIDE);
  }

  static ItemTable<AddressSpread> spreads(ObservableList<AddressSpread> users, Moments moments) {
    return new ItemTable<>(
            "audit-spreads",
            "Users of several addresses",
            users,
            "Nobody signed in from several addresses in this time.")
        .words("User", 240, AddressSpread::subject)
        .words("Addresses", 90, it -> "%,d".formatted(it.addresses()))
        .words("Sign-ins", 90, it -> "%,d".formatted(it.signIns()))
        .words("First", 150, it -> moments.absolute(it.first()))
        .whereWiderThan(ROOMY)
        .words("Last", 150, it -> moments.absolute(it.last()));
  }

  static Tone tone(AuditRow row) {
    if (row.outcome().equals(Outcome.SUCCEEDED.word())) {
      return Tone.GOOD;
    }
    return row.outcome().equals(Outcome.REFUSED.word()) ? Tone.WARNING : Tone.BAD;
  }

  private static String why(AuditRow row) {
    return row.reason().isEmpty()
        ? row.facts().entrySet().stream()
            .map(it -> it.getKey().replace('_', ' ') + " " + it.getValue())
            .collect(Collectors.joining(", "))
        : row.reason();
  }
}
