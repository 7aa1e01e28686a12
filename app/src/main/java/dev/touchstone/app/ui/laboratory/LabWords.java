package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.TouchWish;
import java.time.Duration;

/** What happens in the laboratory, in a person's words. */
final class LabWords {

  private LabWords() {}

  static String of(LabEvent event) {
    return switch (event) {
      case LabEvent.Made _ -> "Made";
      case LabEvent.Removed _ -> "Thrown away";
      case LabEvent.Changed _ -> "Set up differently";
      case LabEvent.Plugged _ -> "Plugged in";
      case LabEvent.Unplugged _ -> "Pulled out";
      case LabEvent.CommandBegan began -> began.command();
      case LabEvent.CommandEnded ended -> ended.status();
      case LabEvent.TouchWanted wanted -> "Blinks: touch it " + purpose(wanted.wish());
      case LabEvent.TouchEnded ended ->
          switch (ended.outcome()) {
            case TOUCHED -> "Touched";
            case DECLINED -> "Declined";
            case TIMED_OUT -> "Nobody touched it in time";
            case CANCELLED -> "The host no longer waits for a touch";
          };
      case LabEvent.Winked _ -> "Winked, to show which key it is";
      case LabEvent.FaultCommitted committed -> "Committed " + committed.fault();
      case LabEvent.WireOpened opened -> "Reachable by " + opened.wire() + " at " + opened.where();
      case LabEvent.WireClosed closed ->
          "No longer reachable by " + closed.wire() + " at " + closed.where();
    };
  }

  /** What stands beside it. */
  static String detail(LabEvent event) {
    return switch (event) {
      case LabEvent.CommandBegan began -> began.rpId().orElse("");
      case LabEvent.CommandEnded ended -> milliseconds(ended.took());
      case LabEvent.Made _,
          LabEvent.Removed _,
          LabEvent.Changed _,
          LabEvent.Plugged _,
          LabEvent.Unplugged _,
          LabEvent.TouchWanted _,
          LabEvent.TouchEnded _,
          LabEvent.Winked _,
          LabEvent.FaultCommitted _,
          LabEvent.WireOpened _,
          LabEvent.WireClosed _ ->
          "";
    };
  }

  static Tone tone(LabEvent event) {
    return switch (event) {
      case LabEvent.CommandEnded ended -> ended.succeeded() ? Tone.GOOD : Tone.BAD;
      case LabEvent.FaultCommitted _ -> Tone.WARNING;
      case LabEvent.TouchWanted _ -> Tone.INFO;
      case LabEvent.TouchEnded ended ->
          ended.outcome() == LabEvent.TouchOutcome.TOUCHED ? Tone.NEUTRAL : Tone.WARNING;
      case LabEvent.CommandBegan _,
          LabEvent.Made _,
          LabEvent.Removed _,
          LabEvent.Changed _,
          LabEvent.Plugged _,
          LabEvent.Unplugged _,
          LabEvent.Winked _,
          LabEvent.WireOpened _,
          LabEvent.WireClosed _ ->
          Tone.NEUTRAL;
    };
  }

  /** What a touch leads to, to follow "touch it". */
  static String purpose(TouchWish wish) {
    String where = wish.rpId().map(rpId -> " at " + rpId).orElse("");
    return switch (wish.purpose()) {
      case REGISTER -> "to register" + where;
      case SIGN_IN -> "to sign in" + where;
      case SELECT -> "to choose this key";
      case RESET -> "to reset the key";
      case ENROL_FINGER -> "with the finger to be enrolled";
      case VERIFY -> "with an enrolled finger";
    };
  }

  private static String milliseconds(Duration took) {
    return took.toMillis() < 10
        ? "%.1f ms".formatted(took.toNanos() / 1e6)
        : took.toMillis() + " ms";
  }
}
