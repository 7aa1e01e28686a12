package dev.touchstone.key.identity;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The numbers that keys tell. Each is asked once after it was plugged in; one that is busy then, a
 * few times more.
 */
final class Serials {

  private static final int TRIES = 3;
  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final Question question;
  private final Map<String, Answer> answers = new HashMap<>();

  Serials(Question question) {
    this.question = question;
  }

  /** Asks a key. */
  interface Question {

    /** Whether keys of this kind may know an answer. */
    boolean isFor(KeyDevice device);

    /**
     * The number.
     *
     * @return empty if the key has none to tell
     * @throws KeyException if it could not be asked now
     */
    Optional<Mark.Serial> ask(KeyDevice device) throws KeyException;
  }

  /**
   * What was answered or not.
   *
   * @param triesLeft 0 when it need not be asked again
   */
  private record Answer(Optional<Mark.Serial> serial, int triesLeft, long since) {}

  /** The number of a key that is there. */
  Optional<Mark.Serial> of(KeyDevice device) {
    if (!question.isFor(device)) {
      return Optional.empty();
    }
    Answer before = answers.get(place(device));
    if (before != null
        && (before.triesLeft == 0 || System.nanoTime() - before.since < PAUSE_NANOS)) {
      return before.serial;
    }
    Answer now = ask(device, before == null ? TRIES : before.triesLeft);
    answers.put(place(device), now);
    return now.serial;
  }

  private Answer ask(KeyDevice device, int tries) {
    try {
      return new Answer(question.ask(device), 0, System.nanoTime());
    } catch (KeyException e) {
      LoggerFactory.getLogger(Serials.class)
          .debug("{} did not tell its number: {}", device.id(), e.getMessage());
      return new Answer(Optional.empty(), tries - 1, System.nanoTime());
    }
  }

  /** Forgets those that are gone. */
  void keepOnly(Collection<KeyDevice> devices) {
    answers.keySet().retainAll(devices.stream().map(Serials::place).toList());
  }

  private static String place(KeyDevice device) {
    return device.transport() + " " + device.plugIn();
  }
}
