package dev.touchstone.app.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people say them. */
public final class Moments {

  private static final DateTimeFormatter ABSOLUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final InstantSource clock;
  private final ZoneId zone;

  public Moments(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** The time that all of this is told by. */
  public Instant now() {
    return clock.instant();
  }

  /** Where the person is. */
  public ZoneId zone() {
    return zone;
  }

  /** Such as {@code 20 Nov 2026, 14:05}. */
  public String absolute(Instant instant) {
    return ABSOLUTE.format(instant.atZone(zone));
  }

  /** Such as {@code 5 minutes ago}; what lies ahead by a clock that was set back is "just now". */
  public String relative(Instant instant) {
    Duration ago = Duration.between(instant, clock.instant());
    if (ago.toMinutes() < 1) {
      return "just now";
    }
    if (ago.toHours() < 1) {
      return count(ago.toMinutes(), "minute");
    }
    if (ago.toDays() < 1) {
      return count(ago.toHours(), "hour");
    }
    if (ago.toDays() < 31) {
      return count(ago.toDays(), "day");
    }
    if (ago.toDays() < 365) {
      return count(ago.toDays() / 30, "month");
    }
    return count(ago.toDays() / 365, "year");
  }

  /** Both, such as {@code 5 minutes ago (20 Nov 2026, 14:05)}. */
  public String both(Instant instant) {
    return relative(instant) + " (" + absolute(instant) + ")";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s") + " ago";
  }
}
