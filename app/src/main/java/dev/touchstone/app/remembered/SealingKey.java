package dev.touchstone.app.remembered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The key under which the tokens are kept: in the desktop's keychain, else in a file that only its
 * owner may read.
 */
final class SealingKey {

  private static final int LENGTH = 32;

  private final Keychain keychain;
  private final Path file;
  private final SecureRandom random;

  SealingKey(Keychain keychain, Path file, SecureRandom random) {
    this.keychain = keychain;
    this.file = file;
    this.random = random;
  }

  /**
   * The key that is there, which the caller wipes; empty if there is none.
   *
   * @throws IOException if the file cannot be read
   */
  Optional<byte[]> find() throws IOException {
    try {
      byte[] kept = Files.readAllBytes(file);
      if (kept.length == LENGTH) {
        return Optional.of(kept);
      }
    } catch (NoSuchFileException e) {
      // then it is in the keychain
    }
    return keychain.read().flatMap(SealingKey::decoded);
  }

  /**
   * The key that is there, or a new one; the caller wipes it.
   *
   * @throws IOException if it can be kept nowhere
   */
  byte[] findOrMake() throws IOException {
    Optional<byte[]> found = find();
    if (found.isPresent()) {
      return found.get();
    }
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    if (!keychain.write(Base64.getEncoder().encodeToString(key))) {
      PrivateFile.write(file, key);
    }
    return key;
  }

  /** Takes it away wherever it is. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
    keychain.delete();
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == LENGTH) {
        return Optional.of(key);
      }
      Arrays.fill(key, (byte) 0);
    } catch (IllegalArgumentException e) {
      // somebody else's entry
    }
    return Optional.empty();
  }
}
