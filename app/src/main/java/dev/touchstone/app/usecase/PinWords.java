package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the person is verified, and how many tries are left (CTAP 2.3 §6.5). */
final class PinWords {

  /** The bits of the FIDO Registry of Predefined Values §3.1. */
  private static final List<String> MODALITIES =
      List.of(
          "presence alone",
          "a fingerprint inside the key",
          "a passcode on the key",
          "a voice print inside the key",
          "a face print inside the key",
          "a location",
          "an eye print inside the key",
          "a pattern drawn on the key",
          "a hand print inside the key",
          "none",
          "all of these together",
          "a passcode outside of the key",
          "a pattern drawn outside of the key");

  private PinWords() {}

  static List<Fact> facts(KeySession session) throws KeyException {
    GetInfo.Reply info = session.info();
    PinState state = PinState.read(new Conversation(session, new NoPerson(), new Cancellation()));
    MemberFacts facts = new MemberFacts(info.raw());
    facts.add(
        "PIN",
        switch (info.options().clientPin()) {
          case ABSENT -> "none";
          case NOT_SET_UP -> "not set";
          case READY -> "set";
        },
        info.forcePinChange() ? "must be changed before it is taken again" : "");
    state
        .triesLeft()
        .ifPresent(left ->
            facts.add(
                "pinRetries",
                String.valueOf(left),
                state.replugNeeded()
                    ? "tries left, but only after the key was plugged in again"
                    : "tries left before the key locks itself for good"));
    if (info.options().clientPin() != Feature.ABSENT) {
      pinRules(facts, info);
    }
    facts.add(
        "built-in verification",
        switch (info.options().builtInUserVerification()) {
          case ABSENT -> "none";
          case NOT_SET_UP -> "not set up";
          case READY -> "ready";
        },
        "");
    state
        .uvTriesLeft()
        .ifPresent(left ->
            facts.add("uvRetries", String.valueOf(left), "tries left before the PIN is needed"));
    builtIn(facts, info);
    return facts.all();
  }

  private static void pinRules(MemberFacts facts, GetInfo.Reply info) {
    GetInfo.PinPolicy policy = info.pinPolicy();
    facts
        .add(0x0D, "minPINLength", policy.minLength(), "characters at least")
        .add(0x1D, "maxPINLength", policy.maxLength(), "characters at most, and 63 bytes as UTF-8")
        .addIfTold(
            0x0C,
            "forcePINChange",
            policy.forceChange(),
            policy.forceChange()
                ? "the PIN must be changed before it is taken again"
                : "the PIN need not be changed")
        .addIfTold(
            0x1B,
            "pinComplexityPolicy",
            policy.complexity().orElse(false),
            policy.complexity().orElse(false)
                ? "PINs that are easy to guess are refused"
                : "any PIN that is long enough will do")
        .addIfTold(
            0x1C,
            "pinComplexityPolicyURL",
            policy.complexityUrl().orElse(""),
            "where the vendor explains that")
        .add(
            0x06,
            "pinUvAuthProtocols",
            policy.protocols().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            "best first");
  }

  private static void builtIn(MemberFacts facts, GetInfo.Reply info) {
    GetInfo.BuiltInVerification uv = info.builtInVerification();
    uv.modality()
        .ifPresent(bits ->
            facts.add(0x12, "uvModality", modalities(bits), "how the key verifies its person"));
    uv.preferredPlatformUvAttempts()
        .ifPresent(times ->
            facts.add(
                0x11, "preferredPlatformUvAttempts", times, "tries by finger before the PIN"));
    uv.countSinceLastPinEntry()
        .ifPresent(times ->
            facts.add(
                0x17, "uvCountSinceLastPinEntry", times, "times by finger since the last PIN"));
  }

  private static String modalities(long bits) {
    List<String> words = new ArrayList<>();
    for (int bit = 0; bit < MODALITIES.size(); bit++) {
      if ((bits & (1L << bit)) != 0) {
        words.add(MODALITIES.get(bit));
      }
    }
    long unknown = bits >> MODALITIES.size() << MODALITIES.size();
    if (unknown != 0 || words.isEmpty()) {
      words.add("0x%x, not known to this program".formatted(unknown));
    }
    return String.join(", ", words);
  }
}
