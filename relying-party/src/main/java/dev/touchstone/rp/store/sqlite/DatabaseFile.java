package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file before SQLite sees it. It is made here because SQLite would let the umask decide who may
 * read it; the files SQLite lays beside it take over its permissions.
 */
final class DatabaseFile {

  private static final int WRITE_VERSION = 18;

  private DatabaseFile() {}

  static void prepare(Path file) throws StoreUnavailable {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder, OwnersFile.folderAttributes());
      }
      if (!Files.exists(file)) {
        Files.createFile(file, OwnersFile.attributes());
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker: that is as good.
    } catch (IOException e) {
      throw new StoreUnavailable(Reason.UNREACHABLE, file, e);
    }
  }

  /** Whether the file was switched to a write-ahead log, by byte 18 of the SQLite file format. */
  static boolean hasWriteAheadLog(Path file) throws StoreUnavailable {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(WRITE_VERSION + 1);
      return header.length > WRITE_VERSION && header[WRITE_VERSION] == 2;
    } catch (IOException e) {
      throw new StoreUnavailable(Reason.UNREACHABLE, file, e);
    }
  }
}
