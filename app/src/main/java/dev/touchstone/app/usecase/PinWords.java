package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the person is verified, and how many tries are left (CTAP 2.3 §6.5). */
final class PinWords {

  private PinWords() {}

  static List<Fact> facts(KeySession session) throws KeyException {
    GetInfo.Reply info = session.info();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "PIN",
            switch (info.options().clientPin()) {
              case ABSENT -> "none";
              case NOT_SET_UP -> "not set";
              case READY -> "set";
            },
            info.forcePinChange() ? "must be changed before it is taken again" : ""));
    if (info.options().clientPin() == Feature.READY) {
      ClientPin.GetPinRetries.Reply tries =
          session.send(new ClientPin.GetPinRetries(), new NoPerson(), new Cancellation());
      facts.add(
          new Fact(
              "pinRetries",
              String.valueOf(tries.retries()),
              tries.powerCycleNeeded()
                  ? "tries left, but only after the key was plugged in again"
                  : "tries left before the key locks itself for good"));
    }
    if (info.options().clientPin() != Feature.ABSENT) {
      facts.add(
          new Fact(
              "minPINLength",
              String.valueOf(info.minPinLength()),
              "characters, at most " + info.maxPinLength()));
      facts.add(
          new Fact(
              "pinUvAuthProtocols",
              info.pinUvAuthProtocols().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")),
              "best first"));
    }
    facts.add(
        new Fact(
            "built-in verification",
            switch (info.options().builtInUserVerification()) {
              case ABSENT -> "none";
              case NOT_SET_UP -> "not set up";
              case READY -> "ready";
            },
            ""));
    return facts;
  }
}
