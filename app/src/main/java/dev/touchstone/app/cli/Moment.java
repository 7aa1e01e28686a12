package dev.touchstone.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A point in time as a person reads it, in the zone of this computer. */
final class Moment {

  private Moment() {}

  static String of(Instant instant) {
    String local =
        instant
            .atZone(ZoneId.systemDefault())
            .toLocalDateTime()
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    return local.replace('T', ' ');
  }
}
