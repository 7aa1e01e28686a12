package dev.touchstone.app.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments in documents: ISO 8601 in UTC, to the millisecond, as the database keeps them. */
final class JsonTime {

  private JsonTime() {}

  static String of(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Null where there is none. */
  static @Nullable String of(Optional<Instant> moment) {
    return moment.map(JsonTime::of).orElse(null);
  }
}
