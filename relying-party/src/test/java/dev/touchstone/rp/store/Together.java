package dev.touchstone.rp.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Something that several threads begin at the same moment. */
public final class Together {

  private Together() {}

  /** What one of them does. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it, as the thread of this number; the first is 0. */
    T run(int number) throws Exception;
  }

  /**
   * Lets them begin, and waits until all have ended.
   *
   * @return what each came to, in the order of their numbers
   */
  public static <T> List<T> together(int threads, Task<T> task) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(threads);
    List<T> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        tasks.add(() -> {
          barrier.await();
          return task.run(number);
        });
      }
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
    }
    return results;
  }
}
