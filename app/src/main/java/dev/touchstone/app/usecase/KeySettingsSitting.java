package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.manage.setting.ConfigureKey.Outcome;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.transport.KeyDevice;

/**
 * A key whose settings a person looks at and changes: open for as long as that takes, with one PIN.
 */
public final class KeySettingsSitting implements OpenKey {

  private static final String CLAUSE = "CTAP 2.3 §6.11 authenticatorConfig";

  private final KeySitting sitting;
  private final HeldVerification verification =
      dev.touchstone.key.manage.setting.ConfigureKey.verification();

  KeySettingsSitting(KeySitting sitting) {
    this.sitting = sitting;
  }

  @Override
  public KeyDevice key() {
    return sitting.key();
  }

  /**
   * What became of a change.
   *
   * @param what how it was and what it is now, or that there was nothing to do
   * @param changed whether the key was changed
   * @param settings as the key tells them afterwards
   */
  public record Result(KeyDevice key, SettingPreview what, boolean changed, KeySettings settings) {}

  /** How the settings stand; asks for no PIN. */
  public KeySettings settings(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.READ_KEY,
        watcher,
        cancellation,
        conversation ->
            new dev.touchstone.key.manage.setting.ConfigureKey(conversation, verification)
                .settings());
  }

  /**
   * Looks what a change would do, changes nothing.
   *
   * @return {@link SettingPreview.Change} or {@link SettingPreview.AlreadySo}
   * @throws Failure if this key cannot do it, with the reason
   */
  public SettingPreview preview(SettingChange change, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return possible(settings(watcher, cancellation).preview(change));
  }

  /**
   * Changes a setting, and looks whether the key did it.
   *
   * @throws Failure if this key cannot do it, the PIN was not given, or it had no effect
   */
  public Result apply(SettingChange change, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    Outcome outcome =
        sitting.run(
            Operation.CONFIGURE_KEY,
            watcher,
            cancellation,
            conversation ->
                new dev.touchstone.key.manage.setting.ConfigureKey(conversation, verification)
                    .apply(change));
    return switch (outcome) {
      case Outcome.Done(var what, var settings) -> new Result(key(), what, true, settings);
      case Outcome.NotAsked(var why) ->
          new Result(key(), possible(why), false, settings(watcher, cancellation));
      case Outcome.NoEffect _ ->
          throw new Failure(
              new Advice(
                  Advice.Kind.FAILED,
                  "The key took the command, but does not say that anything is different.",
                  "",
                  "Plug the key in again and look with 'touchstone config'.",
                  CLAUSE));
    };
  }

  private static SettingPreview possible(SettingPreview preview) throws Failure {
    if (preview instanceof SettingPreview.Impossible impossible) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              impossible.why(),
              "Nothing was changed.",
              impossible.next(),
              CLAUSE));
    }
    return preview;
  }

  @Override
  public void close() {
    verification.close();
    sitting.close();
  }
}
