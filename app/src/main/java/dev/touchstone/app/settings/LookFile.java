package dev.touchstone.app.settings;

import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.settings.Look.TextSize;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Remembers the {@link Look} in the data folder, as two lines that a person can read. */
public final class LookFile {

  private final Path file;

  /**
   * @param data the folder for everything that is kept; made when something is written
   */
  public LookFile(Path data) {
    this.file = data.resolve("window.properties");
  }

  /** What was last saved; the usual look where nothing was, or where nobody can read it. */
  public Look load() {
    Properties properties = new Properties();
    try (Reader reader = new StringReader(Files.readString(file))) {
      properties.load(reader);
      return new Look(
          Appearance.valueOf(properties.getProperty("appearance", Look.USUAL.appearance().name())),
          TextSize.valueOf(properties.getProperty("textSize", Look.USUAL.textSize().name())));
    } catch (IOException | IllegalArgumentException e) {
      return Look.USUAL;
    }
  }

  /**
   * Saves, so that a reader sees either the old file or the new one.
   *
   * @throws IOException if the folder cannot be written
   */
  public void save(Look look) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      make(folder);
    }
    Path next = file.resolveSibling("window.properties.new");
    Files.writeString(
        next, "appearance=%s%ntextSize=%s%n".formatted(look.appearance(), look.textSize()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void make(Path folder) throws IOException {
    try {
      DataFolder.make(folder);
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
