package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.ceremony.PartyViewModel.Party;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses the relying party, and says what is known of it; hidden while there is no choice. */
public final class PartyField extends VBox {

  public PartyField(PartyViewModel model) {
    getStyleClass().add("field");
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(Bindings.size(model.parties()).greaterThan(1));
    ComboBox<Party> box = new ComboBox<>(model.parties());
    box.setId("party");
    box.setConverter(new Words());
    box.valueProperty().bindBidirectional(model.chosenProperty());
    Label remark = Texts.caption("");
    remark.setId("party-remark");
    remark.textProperty().bind(model.remarkProperty());
    getChildren().addAll(Form.field("Relying party", box, ""), remark);
  }

  private static final class Words extends StringConverter<Party> {
    @Override
    public String toString(@Nullable Party party) {
      return switch (party) {
        case null -> "";
        case Party.Inside() -> "The one inside";
        case Party.Elsewhere(RemoteServer server) -> server.name();
      };
    }

    @Override
    public Party fromString(String text) {
      throw new UnsupportedOperationException("parties are chosen, not typed");
    }
  }
}
