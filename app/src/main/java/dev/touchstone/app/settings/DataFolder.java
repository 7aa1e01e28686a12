package dev.touchstone.app.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/** Where the data lives: where the system expects it, or where the person said. */
public final class DataFolder {

  private DataFolder() {}

  /**
   * The folder when nobody names one on the command line: {@code TOUCHSTONE_DATA}, or the system's
   * own (XDG Base Directory Specification on Linux).
   *
   * @param environment of this process
   * @param system {@code os.name}
   * @param home the person's folder
   */
  public static Path usual(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("TOUCHSTONE_DATA", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen).toAbsolutePath();
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Touchstone");
    }
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      Path base = local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve("Touchstone");
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    // The XDG specification: a relative path there is to be ignored.
    Path base = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local").resolve("share");
    return base.resolve("touchstone");
  }

  /**
   * Makes the folder with permissions for its owner alone; one that is there stays as it is.
   *
   * @throws SettingsException if it cannot be made
   */
  public static void make(Path folder) throws SettingsException {
    if (Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder, forOwnerAlone());
    } catch (IOException | UnsupportedOperationException e) {
      throw new SettingsException(
          "The data folder %s cannot be made; choose another one with --data or TOUCHSTONE_DATA."
              .formatted(folder),
          e);
    }
  }

  private static FileAttribute<?>[] forOwnerAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
