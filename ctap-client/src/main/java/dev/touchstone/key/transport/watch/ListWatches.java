package dev.touchstone.key.transport.watch;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks again and again, on one thread per watch, until told to stop. */
public final class ListWatches implements AutoCloseable {

  private static final long PERIOD_MILLIS = 500;

  private final Set<CountDownLatch> running = ConcurrentHashMap.newKeySet();

  /** Tells what the list holds, then what comes and goes, until the handle is closed. */
  public AutoCloseable begin(Supplier<List<KeyDevice>> list, Consumer<KeyEvent> listener) {
    CountDownLatch stop = new CountDownLatch(1);
    running.add(stop);
    Thread.ofPlatform().daemon().name("key-watch").start(() -> look(list, listener, stop));
    return () -> {
      stop.countDown();
      running.remove(stop);
    };
  }

  private static void look(
      Supplier<List<KeyDevice>> list, Consumer<KeyEvent> listener, CountDownLatch stop) {
    ListComparison comparison = new ListComparison(listener);
    try {
      do {
        comparison.next(list.get());
      } while (!stop.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    running.forEach(CountDownLatch::countDown);
    running.clear();
  }
}
