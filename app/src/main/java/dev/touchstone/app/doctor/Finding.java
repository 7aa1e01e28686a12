package dev.touchstone.app.doctor;

/**
 * What one look at one thing gave.
 *
 * @param area one of a few headings, such as {@code USB}
 * @param title what was looked at
 * @param found what is the case, a phrase or a sentence
 * @param next what to do, one sentence; empty where there is nothing to do
 */
public record Finding(String area, String title, Verdict verdict, String found, String next) {

  /** How it is. */
  public enum Verdict {
    FINE,
    /** It works, or is not needed just now, but a person should know. */
    ATTENTION,
    /** Something that should work does not. */
    BROKEN,
    /** Nothing can be said on this system. */
    UNKNOWN
  }

  static Finding fine(String area, String title, String found) {
    return new Finding(area, title, Verdict.FINE, found, "");
  }

  static Finding attention(String area, String title, String found, String next) {
    return new Finding(area, title, Verdict.ATTENTION, found, next);
  }

  static Finding broken(String area, String title, String found, String next) {
    return new Finding(area, title, Verdict.BROKEN, found, next);
  }

  static Finding unknown(String area, String title, String why) {
    return new Finding(area, title, Verdict.UNKNOWN, why, "");
  }
}
