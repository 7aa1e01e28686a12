package dev.touchstone.app.ui.settings;

import dev.touchstone.app.settings.Look;
import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.settings.Look.TextSize;
import dev.touchstone.app.settings.LookFile;
import dev.touchstone.app.ui.kit.Background;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How the window looks, changed at once and remembered. */
public final class SettingsViewModel {

  private final LookFile file;
  private final Background background;
  private final ReadOnlyObjectWrapper<Look> look;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public SettingsViewModel(LookFile file, Background background) {
    this.file = file;
    this.background = background;
    this.look = new ReadOnlyObjectWrapper<>(file.load());
  }

  public ReadOnlyObjectProperty<Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Why the choice will be forgotten at the end; empty while it is remembered. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void choose(Appearance appearance) {
    change(new Look(appearance, look.get().textSize()));
  }

  public void choose(TextSize textSize) {
    change(new Look(look.get().appearance(), textSize));
  }

  private void change(Look next) {
    if (next.equals(look.get())) {
      return;
    }
    look.set(next);
    background.run(
        () -> {
          file.save(next);
          return next;
        },
        saved -> problem.set(""),
        failure ->
            problem.set(
                "This cannot be remembered: the data folder does not let itself be written."));
  }
}
