package dev.touchstone.key;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.manage.TouchedKey;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets all keys blink and takes the one that is touched. A key that answers without having waited
 * for a touch, as one that lies on an NFC reader, is taken only when no other waits.
 */
public final class TouchChoice {

  private static final Duration TO_LET_GO = Duration.ofSeconds(3);

  private final KeyRing ring;

  public TouchChoice(KeyRing ring) {
    this.ring = ring;
  }

  /** What came of one key. */
  private sealed interface News {
    record Touched(KeyDevice key, boolean waited) implements News {}

    record Failed(KeyException why) implements News {}

    record Over() implements News {}
  }

  /**
   * Waits for the touch. When this returns, all of these keys are closed and none blinks.
   *
   * @param blinking is told of each key that waits, on that key's own thread
   * @throws Stopped if the token fired, or nobody touched one in time
   * @throws KeyException that of a key, if none can be touched
   */
  public KeyDevice await(
      List<KeyDevice> keys, Duration patience, Cancellation cancel, Consumer<KeyDevice> blinking)
      throws KeyException {
    BlockingQueue<News> news = new LinkedBlockingQueue<>();
    List<Cancellation> each = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    try (Cancellation.Subscription _ = cancel.onCancel(() -> news.add(new News.Over()))) {
      for (KeyDevice key : keys) {
        Cancellation own = new Cancellation();
        each.add(own);
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .name("touch-" + key.id())
                .start(() -> news.add(ask(key, own, blinking))));
      }
      return first(news, keys.size(), System.nanoTime() + patience.toNanos(), cancel);
    } finally {
      each.forEach(Cancellation::cancel);
      letGo(threads);
    }
  }

  private static KeyDevice first(
      BlockingQueue<News> news, int waiting, long end, Cancellation cancel) throws KeyException {
    @Nullable KeyDevice present = null;
    @Nullable KeyException failure = null;
    for (int left = waiting; left > 0; left--) {
      switch (next(news, end)) {
        case null -> throw new Stopped(Stopped.Why.TIMED_OUT);
        case News.Over() -> throw new Stopped(cancel.why().orElse(Stopped.Why.CANCELLED));
        case News.Touched(KeyDevice key, boolean waited) -> {
          if (waited) {
            return key;
          }
          present = present == null ? key : present;
        }
        case News.Failed(KeyException why) -> failure = failure == null ? why : failure;
      }
    }
    if (present != null) {
      return present;
    }
    throw failure == null ? new Stopped(Stopped.Why.TIMED_OUT) : failure;
  }

  private static @Nullable News next(BlockingQueue<News> news, long end) throws Stopped {
    try {
      return news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped(Stopped.Why.CANCELLED);
    }
  }

  private News ask(KeyDevice key, Cancellation cancel, Consumer<KeyDevice> blinking) {
    Finger finger = new Finger(() -> blinking.accept(key));
    try (KeySession session = ring.open(key)) {
      TouchedKey.await(new Conversation(session, finger, cancel));
      return new News.Touched(key, finger.waited);
    } catch (KeyException e) {
      return new News.Failed(e);
    }
  }

  private static void letGo(List<Thread> threads) {
    long end = System.nanoTime() + TO_LET_GO.toNanos();
    for (Thread thread : threads) {
      try {
        boolean _ = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Nothing but a touch is asked for. */
  private static final class Finger implements Interaction {
    private final Runnable blinks;
    private volatile boolean waited;

    Finger(Runnable blinks) {
      this.blinks = blinks;
    }

    @Override
    public void touchWanted() {
      waited = true;
      blinks.run();
    }

    @Override
    public void touchEnded() {}

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return Optional.empty();
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return -1;
    }
  }
}
