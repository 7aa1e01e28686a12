package dev.touchstone.rp.admin.transfer;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two kinds of file that accounts come and go in. */
public enum UserFile {
  CSV,
  JSON;

  /** Takes rows one by one. */
  @FunctionalInterface
  public interface Rows {
    void accept(UserRow row) throws UserFileException;
  }

  /** By what the file is called; CSV unless it ends in {@code .json}. */
  public static UserFile of(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : CSV;
  }

  /** The kind that is asked for so. */
  public static Optional<UserFile> asked(String word) {
    return Stream.of(values()).filter(it -> it.name().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * Reads every row.
   *
   * @throws UserFileException if it is no such file
   */
  void read(Reader text, Rows rows) throws IOException, UserFileException {
    switch (this) {
      case CSV -> UserCsv.read(text, rows);
      case JSON -> UserJson.read(text, rows);
    }
  }
}
