package dev.touchstone.app.ui.keysettings;

import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.errand.HeldKey;
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

/**
 * Changes settings of a key, each after the person has read what that does. The key stays open from
 * the first change until {@link #leave}, so that one PIN serves all of them.
 */
public final class KeySettingsViewModel {

  /** What the person is asked to agree to. */
  public record Question(KeyDevice key, SettingChange change, SettingPreview preview) {}

  /** The key that is shown, and how its settings stand. */
  public record Shown(KeyDevice key, KeySettings settings) {}

  private final Errand errand;
  private final HeldKey<KeySettingsSitting> held;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param changed called before a key is changed: what was read of it is out of date from then on
   */
  public KeySettingsViewModel(
      UseCases useCases, Background background, KeyTurn turn, Runnable changed) {
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.changed = changed;
    this.held =
        new HeldKey<>(
            background,
            turn,
            useCases.virtualTouch(),
            (key, watcher) ->
                useCases
                    .keys()
                    .configureKey()
                    .open(new ConfigureKey.Request(Optional.of(key.id())), watcher));
  }

  public Errand errand() {
    return errand;
  }

  /** Empty when no key is shown. */
  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /**
   * Shows this key. It is not opened before something is to be changed.
   *
   * @param settings by what it told when it was read
   */
  public void show(KeyDevice key, KeySettings settings) {
    leave();
    held.arrive(key);
    show(new Shown(key, settings));
  }

  /** Another key, or another part of this one, is looked at: the key is closed. */
  public void leave() {
    held.leave(errand);
    question.set(Optional.empty());
    shown.set(Optional.empty());
  }

  /** Says what the change would do, by what the key told last. */
  public void ask(SettingChange change) {
    question.set(
        shown.get().map(it -> new Question(it.key(), change, it.settings().preview(change))));
  }

  /** The person thought better of it. */
  public void decline() {
    question.set(Optional.empty());
  }

  /** Does what was asked; the key itself is asked once more whether it can. */
  public void confirm() {
    Optional<Question> agreed = question.get();
    question.set(Optional.empty());
    if (agreed.isEmpty()) {
      return;
    }
    KeyDevice key = agreed.get().key();
    changed.run();
    held.step(
        errand,
        "Changing the setting",
        (sitting, watcher, cancellation) ->
            sitting.apply(agreed.get().change(), watcher, cancellation),
        result -> show(new Shown(key, result.settings())),
        failed -> readAgain(key));
  }

  /** A change that failed may have been made; where the key is gone, there is nothing to read. */
  private void readAgain(KeyDevice key) {
    held.look(
        KeySettingsSitting::settings, settings -> show(new Shown(key, settings)), unreadable -> {});
  }

  private void show(Shown now) {
    shown.set(Optional.of(now));
  }
}
