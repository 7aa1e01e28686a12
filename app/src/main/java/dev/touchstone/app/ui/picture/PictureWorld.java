package dev.touchstone.app.ui.picture;

import dev.touchstone.app.usecase.UseCases;
import java.time.Duration;
import java.time.InstantSource;

/** What the pictures are taken of: the real program on keys and a clock that can be directed. */
public interface PictureWorld {

  /** The program with keys plugged in. */
  UseCases useCases();

  /** The program without any key, and with an empty database. */
  UseCases emptyUseCases();

  /** The program where operators have to sign in, and nobody is. */
  UseCases lockedUseCases();

  /** The clock that all go by. */
  InstantSource clock();

  void passTime(Duration time);

  /** The id of a key that passes for hardware and has a PIN. */
  String keyWithPin();

  /** The PIN of that key; the caller wipes it. */
  char[] pin();

  /**
   * From now on that key signs for another relying party, as a phishing proxy would want; or not.
   */
  void keySignsForAnother(boolean on);

  /** Gives that key large blobs, so that little room is left for more. */
  void fillLargeBlobs();

  /** Puts something in the place of that key's large blobs that is none. */
  void damageLargeBlobs();

  /** Whether the keys are touched as soon as they wait for it. */
  void touchAutomatically(boolean on);

  /** Where the data lies; pictures show a person's folder in its place. */
  String dataFolder();

  /** Something to inspect that people would paste. */
  String somethingToInspect();
}
