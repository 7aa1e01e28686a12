package dev.touchstone.app.request.collection;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is wrong with collections. */
public final class CollectionAdvice {

  private static final String UNCHANGED = "Nothing was changed.";

  private CollectionAdvice() {}

  static Failure unreadable(Path file, String why, @Nullable IOException cause) {
    String happened = "The collection in %s cannot be read: %s.".formatted(file, why);
    Advice advice =
        new Advice(
            Advice.Kind.FAILED,
            happened,
            "It was left as it is.",
            "Mend the file, or move it away.",
            "");
    return cause == null ? new Failure(advice) : new Failure(advice, cause);
  }

  static Failure unwritable(Path file, IOException cause) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The collection cannot be kept in %s.".formatted(file),
            UNCHANGED,
            "Check that the data folder can be written and that there is space left.",
            ""),
        cause);
  }

  static Failure name(String name) {
    return usage(
        "'%s' is no name for a collection.".formatted(name),
        "Take letters, digits, blanks, dots, hyphens and underscores; up to 64 of them.");
  }

  static Failure requestName(String name) {
    return usage(
        "'%s' is no name for a request.".formatted(name),
        "Take up to 100 characters of any kind but the slash.");
  }

  static Failure variable(String name) {
    return usage(
        "'%s' is no name for a variable.".formatted(name),
        "Take letters, digits, dots, hyphens and underscores, beginning with a letter.");
  }

  static Failure secretVariable(String name) {
    return usage(
        "What '%s' stands for looks like a secret, and collections are kept in clear."
            .formatted(name),
        "Keep it encrypted instead: touchstone request secret %s --for ORIGIN.".formatted(name));
  }

  /** Neither the collection nor the request is there. */
  public static Failure missing(String what) {
    return usage(
        "There is no %s.".formatted(what), "'touchstone request list' shows what is kept.");
  }

  /** Somebody else's file is no collection. */
  public static Failure noCollection(String why) {
    return usage("This is no collection of requests: %s.".formatted(why), "");
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, UNCHANGED, next, ""));
  }
}
