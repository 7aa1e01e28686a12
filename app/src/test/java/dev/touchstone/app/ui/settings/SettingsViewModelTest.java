package dev.touchstone.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.settings.Look;
import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.settings.Look.TextSize;
import dev.touchstone.app.settings.LookFile;
import dev.touchstone.app.ui.kit.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsViewModelTest {

  @TempDir Path data;

  @Test
  void aChoiceOutlivesTheWindow() {
    SettingsViewModel first = model(data);
    first.choose(Appearance.DARK);
    first.choose(TextSize.LARGE);

    assertThat(model(data).lookProperty().get())
        .isEqualTo(new Look(Appearance.DARK, TextSize.LARGE));
  }

  @Test
  void aFileThatMakesNoSenseGivesTheUsualLook() throws Exception {
    Files.writeString(data.resolve("window.properties"), "appearance=PURPLE\n");

    assertThat(model(data).lookProperty().get()).isEqualTo(Look.USUAL);
  }

  @Test
  void aChoiceThatCannotBeSavedHoldsAndSaysSo() throws Exception {
    Path file = Files.createFile(data.resolve("no-folder"));
    SettingsViewModel model = model(file);
    model.choose(Appearance.LIGHT);

    assertThat(model.lookProperty().get().appearance()).isEqualTo(Appearance.LIGHT);
    assertThat(model.problemProperty().get()).isNotEmpty();
  }

  private static SettingsViewModel model(Path data) {
    return new SettingsViewModel(new LookFile(data), Background.inline());
  }
}
