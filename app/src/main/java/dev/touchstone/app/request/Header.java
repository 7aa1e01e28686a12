package dev.touchstone.app.request;

/**
 * One field of a request or an answer (RFC 9110 §5).
 *
 * @param name as it was written
 * @param value without the blanks around it
 */
public record Header(String name, String value) {

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  @Override
  public String toString() {
    // It ends in messages and logs; its value may be a token.
    return name;
  }
}
