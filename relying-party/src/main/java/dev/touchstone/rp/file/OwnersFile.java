package dev.touchstone.rp.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file that only its owner may read and write, from its first moment on. Where the system knows
 * no such permissions, those of the folder decide.
 */
public final class OwnersFile {

  private OwnersFile() {}

  /** With these it is made. */
  public static FileAttribute<?>[] attributes() {
    return only("rw-------");
  }

  /** With these a folder is made that is for its owner alone. */
  public static FileAttribute<?>[] folderAttributes() {
    return only("rwx------");
  }

  /**
   * Whether anybody but the owner has any right to it.
   *
   * @throws IOException if that cannot be told
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    return posix()
        && Files.getPosixFilePermissions(file).stream()
            .anyMatch(right -> !right.name().startsWith("OWNER_"));
  }

  /**
   * Makes it, whole and on the disk, unless it is there.
   *
   * @return false if it is there, whoever made it
   * @throws IOException if it cannot be made
   */
  public static boolean create(Path file, byte[] content) throws IOException {
    Path fresh = write(file, content);
    try {
      // Unlike a move, a link is refused where there is something already.
      Files.createLink(file, fresh);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Puts it, whole and on the disk, in the place of what was there.
   *
   * @throws IOException if it cannot be written; what was there is still there
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path fresh = write(file, content);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes())) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    return fresh;
  }

  private static FileAttribute<?>[] only(String permissions) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
