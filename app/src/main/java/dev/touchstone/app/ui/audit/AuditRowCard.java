package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.audit.AuditRow;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One row with everything that it says. */
final class AuditRowCard extends VBox {

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss.SSS", Locale.ENGLISH);

  AuditRowCard(AuditRow row, Moments moments) {
    setId("audit-row");
    getStyleClass().add("credential-card");
    setMinHeight(0);
    Facts facts =
        new Facts()
            .add("When", EXACT.format(row.when().atZone(moments.zone())))
            .add("Who", row.actor().isEmpty() ? "a stranger" : row.actor())
            .add("For whom", row.subject())
            .add("From", row.address().isEmpty() ? "this computer" : row.address())
            .add("Program", row.agent());
    if (!row.reason().isEmpty()) {
      facts.add("Why", row.reason());
    }
    row.facts().forEach((name, value) -> facts.add(name.replace('_', ' '), value));
    if (row.facts().isEmpty() && row.detail().length() > 2) {
      facts.addCopyable("Detail", row.detail());
    }
    if (!row.credential().isEmpty()) {
      facts.addCopyable("Credential id", row.credential());
    }
    facts
        .add("Row", "%,d of %s".formatted(row.seq(), row.writer()))
        .addCopyable("Hash", row.hash().hex());
    VBox content =
        new VBox(
            Form.flow(
                Texts.sectionTitle(row.event()),
                Badge.withIcon(row.outcome(), AuditTables.tone(row))),
            facts);
    content.getStyleClass().add("credential-content");
    Scroll scroll = new Scroll(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().add(scroll);
  }
}
