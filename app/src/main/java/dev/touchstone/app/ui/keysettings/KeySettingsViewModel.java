package dev.touchstone.app.ui.keysettings;

import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.ConfigureKey;
import dev.touchstone.app.usecase.KeySettingsSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Changes one setting of a key after the person has read what that does. */
public final class KeySettingsViewModel {

  /** What the person is asked to agree to. */
  public record Question(KeyDevice key, SettingChange change, SettingPreview preview) {}

  private final UseCases useCases;
  private final Errand errand;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param changed called when a key was changed, so that it is read anew
   */
  public KeySettingsViewModel(
      UseCases useCases, Background background, KeyTurn turn, Runnable changed) {
    this.useCases = useCases;
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.changed = changed;
  }

  public Errand errand() {
    return errand;
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Says what the change would do, by what the key told when it was read. */
  public void ask(KeyDevice key, KeySettings settings, SettingChange change) {
    question.set(Optional.of(new Question(key, change, settings.preview(change))));
  }

  /** The person thought better of it. */
  public void decline() {
    question.set(Optional.empty());
  }

  /** Does what was asked; the key itself is asked once more whether it can. */
  public void confirm() {
    Optional<Question> agreed = question.get();
    question.set(Optional.empty());
    agreed.ifPresent(it ->
        errand.start(
            "Changing the setting",
            (watcher, cancellation) -> {
              try (KeySettingsSitting sitting =
                  useCases
                      .keyManagement()
                      .configureKey()
                      .open(new ConfigureKey.Request(Optional.of(it.key().id())), watcher)) {
                return sitting.apply(it.change(), watcher, cancellation);
              }
            },
            result -> changed.run()));
  }
}
