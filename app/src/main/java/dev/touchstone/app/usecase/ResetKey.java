package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.app.usecase.ResetWatcher.Step;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.manage.reset.ResetPreview;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes everything on a key (CTAP 2.3 §6.6), after the person has taken it out and put it back,
 * and only if it is the same key then.
 */
public final class ResetKey {

  /** How long after it got power a key takes a reset. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  private static final String CLAUSE = "CTAP 2.3 §6.6 authenticatorReset";

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final InstantSource clock;

  ResetKey(KeyRing ring, ChooseKey chooseKey, InstantSource clock) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.clock = clock;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * What a reset would do.
   *
   * @param how by which act of the person the key gets power anew
   */
  public record Preview(KeyDevice key, ResetPreview.Possible what, PowerUp how) {}

  /** How a key gets power anew, which is when it takes a reset. */
  public enum PowerUp {
    /** It is unplugged and plugged in. */
    PLUG,
    /** It is taken out of its reader, or off it, and put back. */
    READER,
    /** It gets power when it is opened, as a virtual key that nobody else holds. */
    BY_ITSELF,
    /** It is started anew, which cannot be seen from here: a simulator. */
    RESTART
  }

  /**
   * What became of it.
   *
   * @param doubts what of the key is not as after a reset; empty if all is
   * @param checked whether the key could be read afterwards
   */
  public record Result(KeyDevice key, boolean checked, List<String> doubts) {
    public Result {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Looks what would be lost, changes nothing, asks for no PIN.
   *
   * @throws Failure if this key cannot be reset, or not over this wire
   */
  public Preview preview(Request request) throws Failure {
    KeyDevice key = chooseKey.run(request.keyId());
    try (KeySession session = ring.open(key)) {
      ResetPreview preview = on(session, new NoPerson(), new Cancellation()).preview(wires(key));
      return switch (preview) {
        case ResetPreview.Possible possible -> new Preview(key, possible, powerUp(key));
        case ResetPreview.Impossible(String why, String next) ->
            throw new Failure(
                new Advice(Advice.Kind.FAILED, why, "The key was not reset.", next, CLAUSE));
      };
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.READ_KEY, e), e);
    }
  }

  /**
   * Resets the key. Can be cancelled until the person touches it.
   *
   * @param preview what the person has seen and agreed to
   * @throws Failure if another key came back, the time was over, nobody touched it, or it refused
   */
  public Result apply(Preview preview, ResetWatcher watcher, Cancellation cancellation)
      throws Failure {
    KeyDevice key = preview.key();
    Optional<Instant> until = Optional.empty();
    if (preview.how() == PowerUp.PLUG || preview.how() == PowerUp.READER) {
      Reinsertion.Back back = new Reinsertion(ring, clock, cancellation).await(key, watcher);
      key = back.key();
      until = Optional.of(back.at().plus(WINDOW));
    }
    watcher.keyChosen(key);
    watcher.step(new Step.LookAt(key, until));
    try (KeySession session = ring.open(key)) {
      return reset(preview, key, until, session, watcher, cancellation);
    } catch (KeyException e) {
      // what fails before the command is sent changes nothing
      throw new Failure(Advisor.on(Operation.READ_KEY, e), e);
    }
  }

  private Result reset(
      Preview preview,
      KeyDevice key,
      Optional<Instant> until,
      KeySession session,
      ResetWatcher watcher,
      Cancellation cancellation)
      throws Failure, KeyException {
    var reset = on(session, watcher, cancellation);
    Optional<String> difference = preview.what().portrait().differenceTo(reset.portrait());
    if (difference.isPresent()) {
      throw Reinsertion.another("this is different, " + difference.get());
    }
    if (until.filter(end -> clock.instant().isAfter(end)).isPresent()) {
      throw tooLate();
    }
    watcher.step(new Step.Reset(key, preview.what().longTouch(), until));
    try {
      reset.apply();
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.RESET_KEY, e), e);
    }
    try {
      return new Result(key, true, reset.check().doubts());
    } catch (KeyException e) {
      return new Result(key, false, List.of());
    }
  }

  private static Failure tooLate() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "More than ten seconds have passed since the key got power, so it takes no reset now.",
            "The key was not reset.",
            "Start over; let no other program use the key meanwhile.",
            CLAUSE));
  }

  private static dev.touchstone.key.manage.reset.ResetKey on(
      KeySession session, Interaction person, Cancellation cancellation) {
    return new dev.touchstone.key.manage.reset.ResetKey(
        new Conversation(session, person, cancellation));
  }

  private static PowerUp powerUp(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID -> PowerUp.PLUG;
      case SMART_CARD -> PowerUp.READER;
      case UDP -> PowerUp.RESTART;
      case VIRTUAL -> key.powersUpWhenOpened() ? PowerUp.BY_ITSELF : PowerUp.PLUG;
    };
  }

  /** As authenticatorGetInfo calls them. */
  private static Set<String> wires(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID, UDP, VIRTUAL -> Set.of("usb");
      case SMART_CARD -> Set.of("nfc", "smart-card");
    };
  }
}
