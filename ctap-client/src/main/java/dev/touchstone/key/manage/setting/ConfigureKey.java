package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.ReadBack;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.session.uv.Verification;

/**
 * Changes settings of a key, CTAP 2.3 §6.11 authenticatorConfig, and looks afterwards whether the
 * key did it.
 */
public final class ConfigureKey {

  private final Conversation conversation;
  private final HeldVerification verification;

  /**
   * @param verification from {@link #verification}, for as long as the person sits at the key
   */
  public ConfigureKey(Conversation conversation, HeldVerification verification) {
    this.conversation = conversation;
    this.verification = verification;
  }

  /** What permits changing settings, for one sitting. The caller closes it. */
  public static HeldVerification verification() {
    return new HeldVerification(
        TokenScope.management(Permission.AUTHENTICATOR_CONFIGURATION),
        "The PIN permits changing settings of the key.");
  }

  /** How the settings stand; asks for no PIN. */
  public KeySettings settings() throws KeyException {
    return new KeySettings(conversation.send(new GetInfo()));
  }

  /** Looks whether it can be done and what it would do, changes nothing. */
  public SettingPreview preview(SettingChange change) throws KeyException {
    return change.preview(conversation.send(new GetInfo()));
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * The key says that it is as it was to be.
     *
     * @param before how it was
     */
    record Done(SettingPreview.Change before, KeySettings settings) implements Outcome {}

    /** The key took the command, but does not tell of itself what it was to be. */
    record NoEffect(SettingPreview.Change before, KeySettings settings) implements Outcome {}

    /** The key was not asked: there was nothing to do, or it cannot do it. */
    record NotAsked(SettingPreview why) implements Outcome {}
  }

  /** Changes the setting. Where the key is protected, the person is asked for PIN or finger. */
  public Outcome apply(SettingChange change) throws KeyException {
    GetInfo.Reply info = conversation.send(new GetInfo());
    if (!(change.preview(info) instanceof SettingPreview.Change possible)) {
      return new Outcome.NotAsked(change.preview(info));
    }
    if (Configurability.isProtected(info)) {
      verification.run(conversation, proven -> send(change, proven));
    } else {
      send(change, new Verification.None());
    }
    GetInfo.Reply after = ReadBack.of(() -> conversation.send(new GetInfo()));
    KeySettings settings = new KeySettings(after);
    return change.isDone(after)
        ? new Outcome.Done(possible, settings)
        : new Outcome.NoEffect(possible, settings);
  }

  private AuthenticatorConfig.Reply send(SettingChange change, Verification proven)
      throws KeyException {
    return conversation.send(new AuthenticatorConfig(change.command(), proven::proofOver));
  }
}
