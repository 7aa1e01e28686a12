package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.TouchChoice;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Duration;
import java.util.List;

/** Touch the one you mean: all keys blink, and the one that is touched is taken. */
public final class ChooseByTouch {

  /** Keys themselves wait about half a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeyRing ring;
  private volatile TouchPrompter prompter = TouchPrompter.SILENT;

  public ChooseByTouch(KeyRing ring) {
    this.ring = ring;
  }

  /** From now on this one tells the person when a command wants a key to be touched. */
  public void tell(TouchPrompter whom) {
    prompter = whom;
  }

  /**
   * Waits for the touch.
   *
   * @throws Failure if there is no key, none was touched, or the person gave up
   */
  public KeyDevice run() throws Failure {
    return run(prompter);
  }

  /**
   * The same with another to tell the person.
   *
   * @throws Failure if there is no key, none was touched, or the person gave up
   */
  public KeyDevice run(TouchPrompter whom) throws Failure {
    List<KeyDevice> keys = ring.list();
    if (keys.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "No security key is plugged in.",
              "",
              "Plug one in, or let a virtual key be used.",
              ""));
    }
    try {
      return new TouchChoice(ring).await(keys, PATIENCE, whom.cancellation(), whom::blinks);
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.CHOOSE_KEY_BY_TOUCH, e), e);
    } finally {
      whom.ended();
    }
  }
}
