package dev.touchstone.key.manage.reset;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.ctap.Reset;
import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.manage.reset.ResetPreview.Loss;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.session.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Deletes everything on a key, CTAP 2.3 §6.6. A key takes the command for ten seconds after it got
 * power, and wants a touch then.
 */
public final class ResetKey {

  private final Conversation conversation;

  public ResetKey(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Looks what would be lost, changes nothing, asks for no PIN.
   *
   * @param transport the names that WebAuthn has for the wire to the key; a reader may be of two
   *     kinds
   */
  public ResetPreview preview(Set<String> transport) throws KeyException {
    GetInfo.Reply info = conversation.send(new GetInfo());
    if (info.isU2fOnly()) {
      return new ResetPreview.Impossible(
          "This key speaks U2F only, which knows no reset.",
          "Delete the key's registrations at the websites; its vendor's own tool may know a way.");
    }
    List<String> allowed = info.administration().transportsForReset();
    if (!allowed.isEmpty() && transport.stream().noneMatch(allowed::contains)) {
      return new ResetPreview.Impossible(
          "This key cannot be reset over this wire, only over %s."
              .formatted(String.join(" or ", allowed)),
          "Connect it that way and start over.");
    }
    PinState pin = PinState.read(conversation);
    return new ResetPreview.Possible(
        lost(info),
        kept(),
        info.administration().longTouchForReset().orElse(false),
        KeyPortrait.of(info, pin));
  }

  /** What this very key looks like now. */
  public KeyPortrait portrait() throws KeyException {
    return KeyPortrait.of(conversation.send(new GetInfo()), PinState.read(conversation));
  }

  /** Resets it, which takes a touch. Until then it can be cancelled. */
  public void apply() throws KeyException {
    conversation.send(new Reset());
  }

  /** How the key is afterwards, and what of it is not as after a reset. */
  public record Result(GetInfo.Reply info, List<String> doubts) {
    public Result {
      doubts = List.copyOf(doubts);
    }
  }

  /** Looks whether the reset took effect. */
  public Result check() throws KeyException {
    GetInfo.Reply info = conversation.send(new GetInfo());
    List<String> doubts = new ArrayList<>();
    if (info.options().clientPin() == Feature.READY) {
      doubts.add("The key still says that it has a PIN.");
    }
    if (info.options().builtInUserVerification() == Feature.READY) {
      doubts.add("The key still says that it knows a finger.");
    }
    if (blobs(info).orElse(0) > 0) {
      doubts.add("The key still holds large blobs.");
    }
    return new Result(info, doubts);
  }

  private List<Loss> lost(GetInfo.Reply info) throws KeyException {
    KeyOptions options = info.options();
    List<Loss> lost = new ArrayList<>();
    lost.add(new Loss("Credentials", credentials(info)));
    if (info.versions().contains(GetInfo.U2F_V2)) {
      lost.add(new Loss("U2F registrations", "every one: their websites do not know it any more"));
    }
    if (options.clientPin() != Feature.ABSENT) {
      lost.add(
          new Loss(
              "PIN",
              options.clientPin() == Feature.READY
                  ? "the key has none afterwards"
                  : "none is set"));
    }
    if (options.builtInUserVerification() != Feature.ABSENT) {
      lost.add(
          new Loss(
              "Fingerprints",
              options.builtInUserVerification() == Feature.READY
                  ? "every one that is enrolled"
                  : "none is enrolled"));
    }
    if (options.largeBlobs()) {
      OptionalInt blobs = blobs(info);
      lost.add(
          new Loss(
              "Large blobs",
              blobs.isEmpty()
                  ? "the key does not tell how many"
                  : blobs.getAsInt() == 0 ? "there are none" : String.valueOf(blobs.getAsInt())));
    }
    settings(info, lost);
    return lost;
  }

  private static String credentials(GetInfo.Reply info) {
    String all = "all, discoverable or not";
    OptionalInt room = info.remainingDiscoverableCredentials();
    return room.isPresent()
        ? "%s; how many there are is told to who has the PIN, there is room for %d more"
            .formatted(all, room.getAsInt())
        : all + "; the key does not tell how many";
  }

  private static void settings(GetInfo.Reply info, List<Loss> lost) {
    List<String> changed = new ArrayList<>();
    if (info.options().enterpriseAttestation()) {
      changed.add("enterprise attestation");
    }
    if (info.options().alwaysUserVerification()) {
      changed.add("always verify the person");
    }
    if (info.administration().longTouchForReset().orElse(false)) {
      changed.add("long touch for a reset");
    }
    if (!new KeySettings(info).isFixed()) {
      String minimum = "minimum PIN length %d".formatted(info.minPinLength());
      changed.add(minimum);
      lost.add(
          new Loss(
              "Settings", "back to the factory's, now: %s".formatted(String.join(", ", changed))));
    }
  }

  private static List<String> kept() {
    return List.of(
        "The model, the firmware and the attestation certificate stay.",
        "What other applications keep on the same device, such as PIV, OpenPGP or OTP, is not"
            + " touched.");
  }

  private OptionalInt blobs(GetInfo.Reply info) throws KeyException {
    return info.options().largeBlobs() ? StoredBlobs.count(conversation) : OptionalInt.of(0);
  }
}
