package dev.touchstone.app.doctor;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The computer.
 *
 * @param root where its files begin
 */
public record Machine(Kind kind, Path root) {

  /** Families of operating systems. */
  public enum Kind {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER
  }

  /** The one on which this runs. */
  public static Machine here() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Kind kind =
        name.startsWith("linux")
            ? Kind.LINUX
            : name.startsWith("mac")
                ? Kind.MACOS
                : name.startsWith("windows") ? Kind.WINDOWS : Kind.OTHER;
    return new Machine(kind, Path.of("/"));
  }

  Path file(String absolute) {
    return root.resolve(absolute.substring(1));
  }
}
