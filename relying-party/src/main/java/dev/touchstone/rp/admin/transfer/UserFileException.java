package dev.touchstone.rp.admin.transfer;

/** A file is not a list of users at all. The message is a sentence for a person. */
public final class UserFileException extends Exception {

  public UserFileException(String sentence) {
    super(sentence);
  }

  public UserFileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
