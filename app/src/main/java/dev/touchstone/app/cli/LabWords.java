package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.TouchWish;
import dev.touchstone.fixture.lab.TouchedBy;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Keys and events of the laboratory in words. */
final class LabWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private LabWords() {}

  static String state(LabKey key) {
    if (key.damage().isPresent()) {
      return "cannot be used";
    }
    return key.waiting().isPresent() ? "blinks" : key.pluggedIn() ? "plugged in" : "unplugged";
  }

  static String word(TouchedBy whom) {
    return switch (whom) {
      case PERSON -> "person";
      case ITSELF -> "itself";
    };
  }

  static TouchedBy touchedBy(String word) throws Failure {
    for (TouchedBy whom : TouchedBy.values()) {
      if (word(whom).equals(word)) {
        return whom;
      }
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "'%s' touches no key.".formatted(word),
            "",
            "It is person or itself.",
            ""));
  }

  static String spaced(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** An event in one line. */
  static String line(LabEvent event) {
    return Visible.line(
        "%s  %s  %s".formatted(TIME.format(event.at()), event.key(), sentence(event)));
  }

  private static String sentence(LabEvent event) {
    return switch (event) {
      case LabEvent.Made _ -> "made";
      case LabEvent.Removed _ -> "thrown away";
      case LabEvent.Changed _ -> "set anew";
      case LabEvent.Plugged _ -> "plugged in";
      case LabEvent.Unplugged _ -> "unplugged";
      case LabEvent.Winked _ -> "winks";
      case LabEvent.CommandBegan it ->
          it.command() + it.rpId().map(rpId -> " for " + rpId).orElse("");
      case LabEvent.CommandEnded it ->
          "%s: %s after %s".formatted(it.command(), it.status(), span(it.took()));
      case LabEvent.TouchWanted it -> "blinks " + purpose(it.wish());
      case LabEvent.TouchEnded it ->
          switch (it.outcome()) {
            case TOUCHED -> "touched";
            case DECLINED -> "declined";
            case TIMED_OUT -> "nobody touched it";
            case CANCELLED -> "blinks no more: cancelled";
          };
      case LabEvent.FaultCommitted it -> "committed " + it.fault();
      case LabEvent.WireOpened it -> "reached by %s at %s".formatted(it.wire(), it.where());
      case LabEvent.WireClosed it ->
          "no longer reached by %s at %s".formatted(it.wire(), it.where());
    };
  }

  private static String purpose(TouchWish wish) {
    return switch (wish.purpose()) {
          case REGISTER -> "to register";
          case SIGN_IN -> "to sign in";
          case SELECT -> "to be chosen";
          case RESET -> "to be reset";
          case ENROL_FINGER -> "to enrol a finger";
          case VERIFY -> "to verify its person";
        }
        + wish.rpId().map(rpId -> " at " + rpId).orElse("");
  }

  private static String span(Duration took) {
    double millis = took.toNanos() / 1e6;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
