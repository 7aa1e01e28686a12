package dev.touchstone.key.trace.message;

import java.util.HashMap;
import java.util.Map;

/**
 * What a value in a message is made of: the names of its members, and which byte strings may be
 * seen. Those that nobody listed may not: what a later specification or a vendor adds is covered
 * until somebody has looked at it.
 */
sealed interface Shape {

  /** All of it may be seen. */
  Shape OPEN = new Open();

  /** Byte strings are covered; numbers, words and truth values are not. */
  Shape COVERED = new Covered();

  /** Authenticator data (WebAuthn Level 3 §6.1): open but for the outputs of extensions. */
  Shape AUTHENTICATOR_DATA = new AuthenticatorData();

  record Open() implements Shape {}

  record Covered() implements Shape {}

  record AuthenticatorData() implements Shape {}

  /** A list whose items are alike. */
  record Each(Shape item) implements Shape {}

  /** A map with members by number ({@link Long}) or name ({@link String}). */
  record Fields(Map<Object, Field> fields) implements Shape {

    public Fields {
      fields = Map.copyOf(fields);
    }

    public Fields() {
      this(Map.of());
    }

    Fields open(Object label, String name) {
      return with(label, new Field(name, OPEN, false));
    }

    Fields covered(Object label, String name) {
      return with(label, new Field(name, COVERED, false));
    }

    /** Names a person: shown on the screen, left out of a report for others. */
    Fields personal(Object label, String name) {
      return with(label, new Field(name, OPEN, true));
    }

    Fields in(Object label, String name, Shape shape) {
      return with(label, new Field(name, shape, false));
    }

    private Fields with(Object label, Field field) {
      Map<Object, Field> more = new HashMap<>(fields);
      more.put(label instanceof Integer number ? Long.valueOf(number) : label, field);
      return new Fields(more);
    }
  }

  /**
   * A member.
   *
   * @param name by the specification
   * @param personal whether it names a person
   */
  record Field(String name, Shape shape, boolean personal) {

    static final Field UNKNOWN = new Field("", COVERED, false);
  }
}
