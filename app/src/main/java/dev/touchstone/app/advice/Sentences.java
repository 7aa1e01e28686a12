package dev.touchstone.app.advice;

import java.util.Locale;

/** Takes apart the messages of the modules below, which say what was wrong and what to do. */
final class Sentences {

  private Sentences() {}

  /** What happened, and what to do; the second may be empty. */
  record Pair(String first, String second) {

    /** The second, or something to do where it is empty. */
    String secondOr(String usual) {
      return second.isEmpty() ? usual : second;
    }
  }

  static String of(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** At the end of the first sentence: what stands behind it is the remedy. */
  static Pair splitAfterFirst(String message) {
    int end = message.indexOf(". ");
    return end < 0
        ? new Pair(message, "")
        : new Pair(message.substring(0, end + 1), message.substring(end + 2));
  }

  /** At the last semicolon, since a name may hold one too: what stands behind it is the remedy. */
  static Pair split(String message) {
    int semicolon = message.lastIndexOf("; ");
    if (semicolon < 0) {
      return new Pair(message, "");
    }
    String remedy = message.substring(semicolon + 2);
    return new Pair(message.substring(0, semicolon) + ".", capital(remedy));
  }
}
