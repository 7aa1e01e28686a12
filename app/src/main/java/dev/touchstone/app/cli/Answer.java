package dev.touchstone.app.cli;

import dev.touchstone.key.session.Cancellation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Waits for a person's answer, but no longer than until Ctrl-C: a read from a terminal cannot be
 * interrupted, so it is left to a thread that nobody waits for.
 */
final class Answer {

  private Answer() {}

  /** What the question gave; empty when the token fired first. */
  static <T> Optional<T> unlessCancelled(Cancellation cancellation, Supplier<T> question) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    Cancellation.Subscription subscription =
        cancellation.onCancel(() -> answer.complete(Optional.empty()));
    try (subscription) {
      Thread.ofPlatform()
          .daemon()
          .name("question")
          .start(() -> {
            try {
              answer.complete(Optional.ofNullable(question.get()));
            } catch (RuntimeException e) {
              answer.completeExceptionally(e);
            }
          });
      return answer.join();
    }
  }
}
