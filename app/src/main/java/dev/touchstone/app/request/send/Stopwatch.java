package dev.touchstone.app.request.send;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Takes the time of each phase. */
final class Stopwatch {

  /** The phases in their order. */
  enum Phase {
    NAME,
    CONNECT,
    TLS,
    SENDING,
    WAITING,
    RECEIVING
  }

  private final LongSupplier nanos;
  private final Map<Phase, Duration> taken = new EnumMap<>(Phase.class);
  private long last;

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** The phase ends now. */
  void ended(Phase phase) {
    long now = nanos.getAsLong();
    taken.put(phase, Duration.ofNanos(now - last));
    last = now;
  }

  Timing timing() {
    return new Timing(
        of(Phase.NAME),
        of(Phase.CONNECT),
        of(Phase.TLS),
        of(Phase.SENDING),
        of(Phase.WAITING),
        of(Phase.RECEIVING));
  }

  private Duration of(Phase phase) {
    return taken.getOrDefault(phase, Duration.ZERO);
  }
}
