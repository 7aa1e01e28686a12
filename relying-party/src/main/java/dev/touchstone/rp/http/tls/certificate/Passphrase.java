package dev.touchstone.rp.http.tls.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the passphrase of an encrypted private key comes from, each time the key is read. */
@FunctionalInterface
public interface Passphrase {

  /** There is none; only a key that is not encrypted can be read. */
  Passphrase NONE = Optional::empty;

  /**
   * The passphrase; empty if there is none.
   *
   * @throws CertificateRefused if there should be one and it cannot be had
   */
  Optional<char[]> read() throws CertificateRefused;

  /** As a variable of the environment has it. */
  static Passphrase of(String text) {
    return () -> Optional.of(text.toCharArray());
  }

  /** The first line of a file. */
  static Passphrase inFile(Path file) {
    return () -> {
      PemText.requirePrivate(file, "passphrase");
      try (var lines = Files.lines(file)) {
        return Optional.of(lines.findFirst().orElse("").toCharArray());
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new CertificateRefused(
            "The passphrase in %s cannot be read.".formatted(file),
            "Check that the file is there, that this program may read it and that it is text.",
            e);
      }
    };
  }
}
