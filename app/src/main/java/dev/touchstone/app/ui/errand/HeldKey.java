package dev.touchstone.app.ui.errand;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.OpenKey;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The key that a part of a screen is about. It is opened by the first step and stays open for the
 * next, so that one PIN serves all of them, until the person leaves, or a step fails. Everything
 * but the steps themselves is called on the window's thread.
 *
 * @param <S> the key as the use cases hold it open
 */
public final class HeldKey<S extends OpenKey> {

  /** Opens a key, and asks nobody yet. */
  @FunctionalInterface
  public interface Opener<S> {
    S open(KeyDevice key, KeyWatcher watcher) throws Failure;
  }

  /** What is done at an open key. */
  @FunctionalInterface
  public interface Step<S, T> {
    T run(S sitting, KeyWatcher watcher, Cancellation cancellation) throws Failure;
  }

  private final Background background;
  private final KeyTurn turn;
  private final VirtualTouch finger;
  private final Opener<S> opener;
  private @Nullable Stay stay;

  public HeldKey(Background background, KeyTurn turn, VirtualTouch finger, Opener<S> opener) {
    this.background = background;
    this.turn = turn;
    this.finger = finger;
    this.opener = opener;
  }

  /** Comes to a key, and leaves the one before. It is not opened yet. */
  public void arrive(KeyDevice key) {
    leave();
    stay = new Stay(key);
  }

  /** Whether this key is the one that it is about. */
  public boolean isAt(KeyDevice key) {
    Stay now = stay;
    return now != null && now.key.equals(key);
  }

  /**
   * Takes a first look, for which nobody is asked anything; the key is closed again at once.
   *
   * @param done told what came of it, unless the person has left
   * @param failed likewise
   */
  public <T> void look(Step<S, T> step, Consumer<? super T> done, Consumer<Advice> failed) {
    Stay mine = stay;
    if (mine == null) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    KeyWatcher nobody = new Person(background, finger).watcher(cancellation);
    background.run(
        () ->
            turn.read(() -> {
              try (S sitting = opener.open(mine.key, nobody)) {
                return step.run(sitting, nobody, cancellation);
              }
            }),
        result -> {
          if (mine == stay) {
            done.accept(result);
          }
        },
        failure -> {
          if (mine == stay) {
            failed.accept(Failures.adviceOn(failure));
          }
        });
  }

  /**
   * Takes a step. After a failure the key is closed: what is on it is not known then, and the next
   * step may want another PIN.
   *
   * @param errand by which the person is asked and told
   * @param done told what came of it, unless the person has left
   * @param failed told besides, likewise
   */
  public <T> void step(
      Errand errand,
      String words,
      Step<S, T> step,
      Consumer<? super T> done,
      Consumer<Advice> failed) {
    Stay mine = stay;
    if (mine == null) {
      return;
    }
    errand.start(
        words,
        (watcher, cancellation) -> step.run(mine.open(watcher), watcher, cancellation),
        result -> {
          if (mine == stay) {
            done.accept(result);
          }
        },
        advice -> {
          close(mine, false);
          if (mine == stay) {
            failed.accept(advice);
          }
        });
  }

  /**
   * Goes away: the key is closed, and what its PIN gave is wiped.
   *
   * @param errands what may be under way, which is stopped
   */
  public void leave(Errand... errands) {
    Stay mine = stay;
    stay = null;
    List.of(errands).stream().filter(Errand::isRunning).forEach(Errand::cancel);
    if (mine != null) {
      close(mine, true);
    }
  }

  private void close(Stay mine, boolean forGood) {
    turn.closing();
    background.run(
        () -> {
          try {
            mine.close(forGood);
          } finally {
            turn.closed();
          }
          return true;
        },
        closed -> {},
        Failures::adviceOn);
  }

  /** From coming to a key until leaving it. */
  private final class Stay {

    private final KeyDevice key;
    private @Nullable S sitting;
    private boolean over;

    Stay(KeyDevice key) {
      this.key = key;
    }

    /** The key, open; on the thread of the step. */
    synchronized S open(KeyWatcher watcher) throws Failure {
      if (over) {
        // the person left before it began
        throw new Failure(new Advice(Advice.Kind.CANCELLED, "Cancelled.", "", "", ""));
      }
      S open = sitting;
      if (open == null) {
        open = opener.open(key, watcher);
        sitting = open;
      } else {
        watcher.keyChosen(open.key());
      }
      return open;
    }

    synchronized void close(boolean forGood) {
      over |= forGood;
      S open = sitting;
      sitting = null;
      if (open != null) {
        open.close();
      }
    }
  }
}
