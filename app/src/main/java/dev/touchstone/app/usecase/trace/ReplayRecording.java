package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import java.util.Optional;

/** Sends the commands of a recording to a key once more, after a look at what that would be. */
public final class ReplayRecording {

  private final Shelf shelf;
  private final KeyRing ring;
  private final Keys keys;

  ReplayRecording(Shelf shelf, KeyRing ring, Keys keys) {
    this.shelf = shelf;
    this.ring = ring;
    this.keys = keys;
  }

  /** Where the key comes from. */
  @FunctionalInterface
  public interface Keys {

    /**
     * Finds it.
     *
     * @param id empty for a new virtual key that touches itself and keeps nothing
     * @throws Failure if there is no such key
     */
    KeyDevice key(Optional<String> id) throws Failure;
  }

  /**
   * What to replay where.
   *
   * @param recording as {@link OpenRecording#run}
   * @param keyId empty for a new virtual key that is gone afterwards
   */
  public record Request(String recording, Optional<String> keyId) {}

  /** What would be done. */
  public record Preview(KeyDevice key, Recording recording, Replay replay) {}

  /** What was done. */
  public record Result(KeyDevice key, List<Replay.Outcome> outcomes) {

    public Result {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * Looks; opens no key and sends nothing.
   *
   * @throws Failure if the recording cannot be read or there is no such key
   */
  public Preview preview(Request request) throws Failure {
    Recording recording = shelf.open(request.recording());
    KeyDevice key = keys.key(request.keyId());
    return new Preview(
        key, recording, Replay.plan(recording, key.transport() != Transport.VIRTUAL));
  }

  /**
   * Sends what the preview told.
   *
   * @param person knows when the key wants a touch; is asked for no PIN
   * @throws Failure if the key is gone or makes no sense; a refusal is an outcome
   */
  public Result apply(Preview preview, Interaction person, Cancellation cancellation)
      throws Failure {
    try (RawSession session = ring.openRaw(preview.key())) {
      return new Result(preview.key(), preview.replay().run(session, person, cancellation));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REPLAY, e), e);
    }
  }
}
