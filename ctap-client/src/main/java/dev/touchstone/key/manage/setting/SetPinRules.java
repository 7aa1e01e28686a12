package dev.touchstone.key.manage.setting;

import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.setting.SettingPreview.Impossible;
import dev.touchstone.key.manage.setting.SettingPreview.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the rules for PINs stricter, CTAP 2.3 §6.11.4. No rule can be made less strict again.
 *
 * @param minimumLength in code points; empty leaves it as it is
 * @param rpIds who may learn the minimum length, in place of those before; empty leaves them
 * @param forceChange the PIN has to be changed before it is taken again
 * @param complexity the key refuses PINs that are easy to guess from now on
 */
public record SetPinRules(
    OptionalInt minimumLength, List<String> rpIds, boolean forceChange, boolean complexity)
    implements SettingChange {

  public SetPinRules {
    rpIds = List.copyOf(rpIds);
  }

  /** By the one rule that it is about, or by all of them. */
  private String name() {
    boolean length = minimumLength.isPresent() || !rpIds.isEmpty();
    if (length == (forceChange || complexity)) {
      return "Rules for PINs";
    }
    return length
        ? "Minimum PIN length"
        : forceChange && complexity
            ? "Rules for PINs"
            : forceChange ? "Change of the PIN first" : "Refuse PINs that are easy to guess";
  }

  /** A PIN of at least so many characters. */
  public static SetPinRules minimumLength(int codePoints) {
    return new SetPinRules(OptionalInt.of(codePoints), List.of(), false, false);
  }

  /** The PIN has to be changed. */
  public static SetPinRules changeOfPin() {
    return new SetPinRules(OptionalInt.empty(), List.of(), true, false);
  }

  @Override
  public SettingPreview preview(GetInfo.Reply info) {
    String now = state(info.forcePinChange(), isComplex(info), info.minPinLength());
    Optional<Impossible> obstacle =
        Configurability.obstacle(info, command(), name(), now, info.options().setMinPinLength())
            .or(() -> rule(info, now));
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    boolean stricter = isHigher(info) || !rpIds.isEmpty() || isMoreComplex(info);
    if (!stricter && (!forceChange || info.forcePinChange())) {
      return new SettingPreview.AlreadySo(name(), now);
    }
    return new SettingPreview.Change(
        name(),
        now,
        state(
            forceChange || info.forcePinChange(),
            complexity || isComplex(info),
            minimumLength.orElse(info.minPinLength())),
        stricter ? Undo.RESET_ONLY : Undo.CHANGE_THE_PIN,
        consequences(info));
  }

  /** What this key's own numbers forbid. */
  private Optional<Impossible> rule(GetInfo.Reply info, String now) {
    int length = minimumLength.orElse(info.minPinLength());
    if (length < info.minPinLength()) {
      return impossible(
          now,
          "The minimum length is %d already and can only be raised.".formatted(info.minPinLength()),
          "Only a reset, which deletes every credential on the key, lowers it.");
    }
    if (length > info.maxPinLength()) {
      return impossible(
          now,
          "No PIN of this key can have more than %d characters.".formatted(info.maxPinLength()),
          "Ask for less.");
    }
    if (!rpIds.isEmpty() && !info.supportsExtension("minPinLength")) {
      return impossible(now, "This key tells no relying party how long its PIN is.", "");
    }
    if (rpIds.size() > info.pinPolicy().maxRpIds()) {
      return impossible(
          now,
          "This key takes at most %d relying parties here.".formatted(info.pinPolicy().maxRpIds()),
          "Name fewer.");
    }
    if (complexity && info.pinPolicy().complexity().isEmpty()) {
      return impossible(now, "This key has no rule against PINs that are easy to guess.", "");
    }
    if (forceChange && info.options().clientPin() != Feature.READY) {
      return impossible(now, "The key has no PIN that could have to be changed.", "");
    }
    return Optional.empty();
  }

  private Optional<Impossible> impossible(String now, String why, String next) {
    return Optional.of(new Impossible(name(), now, why, next));
  }

  /** What is said of a key whose rules are these: only what the change is about. */
  private String state(boolean changeDue, boolean complex, int length) {
    List<String> words = new ArrayList<>();
    if (minimumLength.isPresent() || !rpIds.isEmpty()) {
      words.add("at least %d characters".formatted(length));
    }
    if (complexity) {
      words.add(complex ? "on" : "off");
    }
    if (forceChange) {
      words.add(changeDue ? "the PIN has to be changed" : "the PIN need not be changed");
    }
    return String.join(", ", words);
  }

  private static boolean isComplex(GetInfo.Reply info) {
    return info.pinPolicy().complexity().orElse(false);
  }

  private List<String> consequences(GetInfo.Reply info) {
    List<String> consequences = new ArrayList<>();
    boolean pinIsSet = info.options().clientPin() == Feature.READY;
    if (forceChange) {
      consequences.add("The key takes its PIN for nothing but to change it.");
    } else if (pinIsSet && isHigher(info)) {
      consequences.add("If the PIN is shorter, it has to be changed before it is taken again.");
    }
    if (pinIsSet && isMoreComplex(info) && !forceChange) {
      consequences.add("The PIN has to be changed, as the key cannot tell how simple it is.");
    }
    if (!rpIds.isEmpty()) {
      consequences.add(
          "%s may learn the minimum length, in place of those who may now, whom the key does not name."
              .formatted(String.join(", ", rpIds)));
    }
    return consequences;
  }

  private boolean isHigher(GetInfo.Reply info) {
    return minimumLength.isPresent() && minimumLength.getAsInt() > info.minPinLength();
  }

  private boolean isMoreComplex(GetInfo.Reply info) {
    return complexity && !isComplex(info);
  }

  @Override
  public AuthenticatorConfig.Setting command() {
    return new AuthenticatorConfig.SetMinPinLength(minimumLength, rpIds, forceChange, complexity);
  }

  @Override
  public boolean isDone(GetInfo.Reply info) {
    return info.minPinLength() >= minimumLength.orElse(0)
        && (!forceChange || info.forcePinChange())
        && (!complexity || isComplex(info));
  }
}
