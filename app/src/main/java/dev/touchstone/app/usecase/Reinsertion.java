package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ResetWatcher.Step;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sees a key being taken out and put back: who does that has the key in hand, and a key that just
 * got power takes a reset.
 */
final class Reinsertion {

  private final KeyRing ring;
  private final InstantSource clock;
  private final Cancellation cancellation;

  /** Empty when the person wants to stop. */
  private final BlockingQueue<Optional<KeyEvent>> events = new LinkedBlockingQueue<>();

  private final Map<String, KeyDevice> present = new HashMap<>();
  private final Map<String, Instant> cameAt = new HashMap<>();

  Reinsertion(KeyRing ring, InstantSource clock, Cancellation cancellation) {
    this.ring = ring;
    this.clock = clock;
    this.cancellation = cancellation;
  }

  /** A key that came, and when. */
  record Back(KeyDevice key, Instant at) {}

  /**
   * Waits until the key was taken out and a key was put in.
   *
   * @return a key that may be the same, by its kind and by its number where it tells one
   * @throws Failure if another key was put in, or the person stopped it
   */
  Back await(KeyDevice chosen, ResetWatcher watcher) throws Failure {
    AutoCloseable watch = ring.watch(event -> events.add(Optional.of(event)));
    try (Cancellation.Subscription _ = cancellation.onCancel(() -> events.add(Optional.empty()))) {
      while (!(next() instanceof KeyEvent.ListComplete)) {
        // what is there is noted as it is told
      }
      KeyDevice listed = holder(chosen).orElse(chosen);
      watcher.step(new Step.TakeOut(listed));
      while (holder(chosen).isPresent()) {
        next();
      }
      Set<String> others = Set.copyOf(present.keySet());
      watcher.step(new Step.PutBack(listed));
      return returned(chosen, listed.serial(), others);
    } finally {
      end(watch);
    }
  }

  /** The key that has this device for one of its wires. */
  private Optional<KeyDevice> holder(KeyDevice device) {
    return present.values().stream()
        .filter(key ->
            key.id().equals(device.id())
                || key.wires().stream().anyMatch(wire -> wire.id().equals(device.id())))
        .findFirst();
  }

  private Back returned(KeyDevice chosen, Optional<String> serial, Set<String> others)
      throws Failure {
    while (true) {
      if (!(next() instanceof KeyEvent.Added(KeyDevice key)) || others.contains(key.id())) {
        continue;
      }
      Optional<KeyDevice> wire =
          key.transport() == chosen.transport()
              ? Optional.of(key)
              : key.wires().stream().filter(it -> it.transport() == chosen.transport()).findFirst();
      // A key that has not told its number, or not shown this wire yet, is told anew when it has.
      if (wire.isEmpty() || (serial.isPresent() && key.serial().isEmpty())) {
        continue;
      }
      if (!wire.get().likeness().equals(chosen.likeness())) {
        throw another("it calls itself %s".formatted(key.name()));
      }
      if (!serial.equals(key.serial())) {
        throw another("its serial number is %s".formatted(key.serial().orElse("not told")));
      }
      return new Back(wire.get(), cameAt.getOrDefault(key.id(), clock.instant()));
    }
  }

  /** The key in hand is not the one that was chosen. */
  static Failure another(String why) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The key that was put in does not seem to be the one that was chosen: %s."
                .formatted(why),
            "No key was reset.",
            "Start over, and put the same key back.",
            "CTAP 2.3 §6.6 authenticatorReset"));
  }

  private KeyEvent next() throws Failure {
    KeyEvent event = taken().orElseThrow(Reinsertion::cancelled);
    switch (event) {
      case KeyEvent.Added(KeyDevice key) -> {
        present.put(key.id(), key);
        cameAt.putIfAbsent(key.id(), clock.instant());
      }
      case KeyEvent.Removed(KeyDevice key) -> {
        present.remove(key.id());
        cameAt.remove(key.id());
      }
      case KeyEvent.ListComplete() -> {}
    }
    return event;
  }

  private Optional<KeyEvent> taken() {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Failure cancelled() {
    return new Failure(
        new Advice(Advice.Kind.CANCELLED, "Cancelled.", "The key was not reset.", "", ""));
  }

  private static void end(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      throw new IllegalStateException("a watch of keys could not be ended", e);
    }
  }
}
