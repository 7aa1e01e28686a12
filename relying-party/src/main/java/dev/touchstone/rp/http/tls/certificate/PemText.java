package dev.touchstone.rp.http.tls.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The text of a PEM file (RFC 7468). */
final class PemText {

  private static final long LARGEST_FILE = 1 << 20;

  private PemText() {}

  /**
   * Reads a file.
   *
   * @param what the file is to hold, such as {@code certificate}
   * @throws CertificateRefused if it is missing, unreadable or no text file
   */
  static String read(Path file, String what) throws CertificateRefused {
    try {
      // Devices and pipes have no size and no end.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new CertificateRefused(
            "%s is no file.".formatted(file), "Name the %s's PEM file.".formatted(what));
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw new CertificateRefused(
            "%s is larger than 1 MiB, which no %s is.".formatted(file, what),
            "Name the %s's PEM file.".formatted(what));
      }
      // Text around the blocks may be in any encoding.
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new CertificateRefused(
          "There is no file %s.".formatted(file),
          "Name the %s's PEM file, or make a pair with 'touchstone tls self-signed'."
              .formatted(what),
          e);
    } catch (IOException e) {
      throw new CertificateRefused(
          "%s cannot be read.".formatted(file),
          "Give the user that runs this program permission to read it and its folder.",
          e);
    }
  }

  /**
   * Makes sure that not everybody on this computer can read a secret. A group may: that is how
   * Debian's {@code ssl-cert} lets several servers share a key.
   *
   * @throws CertificateRefused if others may read or write it
   */
  static void requirePrivate(Path file, String what) throws CertificateRefused {
    if (openToOthers(file)) {
      throw new CertificateRefused(
          "Everybody on this computer may read the %s in %s.".formatted(what, file),
          "Take that away with 'chmod 600 %s', and have a new one if others were here."
              .formatted(file));
    }
  }

  private static boolean openToOthers(Path file) {
    try {
      PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (posix == null) {
        return false; // Windows: the folder's access list says who may, and a user's own is closed
      }
      Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
      return permissions.contains(PosixFilePermission.OTHERS_READ)
          || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      return false; // to read it fails as well, with a better sentence
    }
  }
}
