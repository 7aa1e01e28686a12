package dev.touchstone.rp.secret.key;

import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keys in a file that nobody but its owner may read. Several replicas at one database have copies
 * of one file.
 *
 * @param file need not be there yet; its folder must
 */
public record KeyFile(Path file) implements KeySource {

  @Override
  public Optional<EncryptionKeys> read() throws SecretUnreadable {
    try {
      if (OwnersFile.isOpenToOthers(file)) {
        throw new SecretUnreadable(
            "The key file %s can be read by others; take that right away with 'chmod 600 %s', and rotate the key if somebody may have read it."
                .formatted(file, file));
      }
      return Optional.of(
          EncryptionKeys.parse(Files.readString(file, StandardCharsets.ISO_8859_1))
              .orElseThrow(() ->
                  new SecretUnreadable(
                      "The key file %s holds no keys of this program or was changed; restore it from a copy."
                          .formatted(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SecretUnreadable(
          "The key file %s cannot be read; check that it is a file and that you may read it."
              .formatted(file),
          e);
    }
  }

  @Override
  public boolean create(EncryptionKeys keys) throws SecretUnreadable {
    try {
      return OwnersFile.create(file, keys.text().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public boolean replace(EncryptionKeys before, EncryptionKeys after) throws SecretUnreadable {
    synchronized (KeyFile.class) { // a file lock is the whole process's
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!read().equals(Optional.of(before))) {
          return false;
        }
        OwnersFile.replace(file, after.text().getBytes(StandardCharsets.ISO_8859_1));
        return true;
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }

  @Override
  public String place() {
    return "the file " + file;
  }

  private SecretUnreadable unwritable(IOException cause) {
    return new SecretUnreadable(
        "The key file %s cannot be written; check that its folder is there, that you may write to it, and that there is space left."
            .formatted(file),
        cause);
  }
}
