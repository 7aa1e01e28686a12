package dev.touchstone.app.ui.settings;

import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.settings.Look.TextSize;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The two things about the window that a person can choose. */
public final class SettingsView extends VBox {

  /**
   * @param doctor brings the doctor into view
   */
  public SettingsView(SettingsViewModel model, Runnable doctor) {
    Button examine = new Button("See the doctor", Icons.of(MaterialDesignS.STETHOSCOPE));
    examine.setId("doctor-from-settings");
    examine.setOnAction(event -> doctor.run());
    getStyleClass().add("dialog-body");
    Label problem = Texts.caption("");
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren()
        .addAll(
            Texts.caption("Appearance"),
            new Segments<>(
                "Appearance",
                List.of(Appearance.values()),
                model.lookProperty().get().appearance(),
                SettingsView::words,
                model::choose),
            Texts.caption("Text size"),
            new Segments<>(
                "Text size",
                List.of(TextSize.values()),
                model.lookProperty().get().textSize(),
                SettingsView::words,
                model::choose),
            problem,
            Texts.caption("A key is not found, or something else does not work?"),
            examine);
  }

  private static String words(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> "As the system";
      case LIGHT -> "Light";
      case DARK -> "Dark";
    };
  }

  private static String words(TextSize size) {
    return switch (size) {
      case SMALL -> "Small";
      case NORMAL -> "Normal";
      case LARGE -> "Large";
    };
  }
}
