package dev.touchstone.app.remembered;

/** What is remembered cannot be read or kept; the message says why and what to do. */
public final class RememberedKeysException extends Exception {

  private static final long serialVersionUID = 1L;

  public RememberedKeysException(String message) {
    super(message);
  }

  public RememberedKeysException(String message, Throwable cause) {
    super(message, cause);
  }
}
