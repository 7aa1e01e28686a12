package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.TransportException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;

/** The one thread that the JDK lets use a card which is held exclusively. */
final class CardThread implements AutoCloseable {

  /** A key that does not tell how it is getting on may wait half a minute for a touch. */
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private static final Duration RELEASE = Duration.ofSeconds(1);

  private final String reader;
  private final Runnable afterwards;
  private final ExecutorService executor;

  /**
   * @param afterwards runs last of all on the thread, however long that takes
   */
  CardThread(String reader, Runnable afterwards) {
    this.reader = reader;
    this.afterwards = afterwards;
    this.executor =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("card-reader").factory());
  }

  /**
   * Runs it and waits.
   *
   * @throws TransportException.DeviceTimedOut if the reader does not come back from it
   */
  <T> T run(Callable<T> work) throws TransportException {
    return run(work, LONG_ENOUGH)
        .orElseThrow(() ->
            new TransportException.DeviceTimedOut("The reader " + reader + " does not answer."));
  }

  /**
   * Runs it and waits.
   *
   * @return empty if it is not over in time; it goes on by itself then
   */
  <T> Optional<T> run(Callable<T> work, Duration patience) throws TransportException {
    Future<T> result = executor.submit(work);
    boolean interrupted = false;
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        try {
          return Optional.of(result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
          // Native calls cannot be interrupted, and half an exchange would leave the card unusable.
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private TransportException failure(Throwable cause) {
    return switch (cause) {
      case CardException failed -> CardErrors.of(failed, reader);
      case IllegalStateException removed -> CardErrors.of(removed, reader);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    executor.execute(afterwards);
    executor.shutdown();
    try {
      boolean _ = executor.awaitTermination(RELEASE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
