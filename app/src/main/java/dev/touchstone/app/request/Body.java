package dev.touchstone.app.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request carries. */
public sealed interface Body {

  /** Nothing; not even a length of zero. */
  record None() implements Body {}

  /** Text, sent in UTF-8; variables in it are filled in. */
  record Text(String text) implements Body {
    @Override
    public String toString() {
      return "Text of " + text.length();
    }
  }

  /** Bytes that are no text; sent as they are. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Raw(byte[] bytes) implements Body {
    @Override
    public String toString() {
      return "Raw of " + bytes.length;
    }
  }

  /** No body. */
  static Body none() {
    return new None();
  }

  /** Text. */
  static Body of(String text) {
    return new Text(text);
  }

  /** Text if the bytes are UTF-8. */
  static Body of(byte[] bytes) {
    try {
      return new Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Raw(bytes.clone());
    }
  }

  /** The text of it; empty for what is none. */
  default String shown() {
    return switch (this) {
      case None _, Raw _ -> "";
      case Text(var text) -> text;
    };
  }
}
