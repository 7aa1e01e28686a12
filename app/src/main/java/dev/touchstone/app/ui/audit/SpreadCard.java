package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.audit.AddressSpread;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A user of several addresses, and the way to the rows. */
final class SpreadCard extends VBox {

  SpreadCard(AddressSpread spread, Moments moments, Consumer<String> showRowsOf) {
    setId("audit-spread");
    getStyleClass().add("credential-card");
    setMinHeight(USE_PREF_SIZE);
    Button show = new Button("Show every row of this user");
    show.setId("show-rows-of");
    show.setOnAction(event -> showRowsOf.accept(spread.subject()));
    VBox content =
        new VBox(
            Texts.sectionTitle(spread.subject()),
            new Facts()
                .add(
                    "Signed in",
                    "%,d times from %,d addresses".formatted(spread.signIns(), spread.addresses()))
                .add("First", moments.both(spread.first()))
                .add("Last", moments.both(spread.last())),
            Form.flow(show));
    content.getStyleClass().add("credential-content");
    getChildren().add(content);
  }
}
