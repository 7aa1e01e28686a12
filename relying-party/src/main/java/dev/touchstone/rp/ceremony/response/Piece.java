package dev.touchstone.rp.ceremony.response;

import java.util.Optional;
import java.util.function.Function;

/** A part of a response that could be read, or the reason why not. */
public sealed interface Piece<T> {

  /** It could be read. */
  record Present<T>(T value) implements Piece<T> {}

  /**
   * It is not there.
   *
   * @param why half a sentence, without a capital and without a full stop
   */
  record Missing<T>(String why) implements Piece<T> {}

  /** A way to read bytes. */
  @FunctionalInterface
  interface Reader<T> {
    T read() throws Unreadable;
  }

  static <T> Piece<T> of(T value) {
    return new Present<>(value);
  }

  static <T> Piece<T> missing(String why) {
    return new Missing<>(why);
  }

  /** What the reader reads, or why it could not. */
  static <T> Piece<T> read(Reader<T> reader) {
    try {
      return new Present<>(reader.read());
    } catch (Unreadable e) {
      return new Missing<>(e.why());
    }
  }

  /** A part of this part. */
  default <U> Piece<U> map(Function<T, U> part) {
    return switch (this) {
      case Present<T>(T value) -> new Present<>(part.apply(value));
      case Missing<T>(String why) -> new Missing<>(why);
    };
  }

  /** A part of this part that may itself be missing. */
  default <U> Piece<U> flatMap(Function<T, Piece<U>> part) {
    return switch (this) {
      case Present<T>(T value) -> part.apply(value);
      case Missing<T>(String why) -> new Missing<>(why);
    };
  }

  default Optional<T> present() {
    return switch (this) {
      case Present<T>(T value) -> Optional.of(value);
      case Missing<T> missing -> Optional.empty();
    };
  }
}
