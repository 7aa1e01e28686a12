package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.PinUvAuthParam;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.ctap.Selection;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.session.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Waits until a key is touched, and does nothing else. CTAP 2.3 §6.9 authenticatorSelection where
 * the key knows it. One that does not is asked to register with an empty {@code pinUvAuthParam}
 * (§6.1.2 step 1), which it refuses after the touch; one that can have no PIN, to register a
 * credential that nobody keeps, which takes no room on it.
 */
public final class TouchedKey {

  private static final String WITH_SELECTION = "FIDO_2_1";
  private static final String WITH_SELECTION_TOO = "FIDO_2_3";

  private TouchedKey() {}

  /**
   * Returns when the key was touched.
   *
   * @throws KeyRefused if the person declined on the key, or the key waits no longer
   * @throws KeyException.Stopped if the token fired
   */
  public static void await(Conversation key) throws KeyException {
    List<String> versions = key.info().versions();
    if (versions.contains(WITH_SELECTION) || versions.contains(WITH_SELECTION_TOO)) {
      var _ = key.send(new Selection());
      return;
    }
    try {
      var _ = key.send(registration(key.info()));
    } catch (KeyRefused refused) {
      if (!meansTouched(refused.status())) {
        throw refused;
      }
    }
  }

  private static MakeCredential registration(GetInfo.Reply info) {
    boolean hasPins = info.options().clientPin() != KeyOptions.Feature.ABSENT;
    Optional<PinUvAuthParam> empty =
        hasPins
            ? Optional.of(
                new PinUvAuthParam(
                    info.pinUvAuthProtocols().stream().findFirst().orElse(1),
                    Bytes.of(new byte[0])))
            : Optional.empty();
    return new MakeCredential(
        Bytes.of(new byte[32]),
        new RelyingParty("touch.invalid", "Touch"),
        new UserAccount(Bytes.of(new byte[] {1}), "touch", "Touch"),
        List.of(-7),
        List.of(),
        MakeCredential.Extensions.NONE,
        false,
        false,
        empty,
        OptionalInt.empty());
  }

  private static boolean meansTouched(CtapStatus status) {
    return status == CtapStatus.PIN_NOT_SET
        || status == CtapStatus.PIN_INVALID
        || status == CtapStatus.PIN_AUTH_INVALID;
  }
}
