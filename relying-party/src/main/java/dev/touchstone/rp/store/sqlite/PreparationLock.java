package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time prepare a database, by a lock on a file beside it. The
 * file is removed with the lock: whoever still waits for it finds the work done, and so may share
 * its turn with somebody who comes later.
 */
final class PreparationLock implements AutoCloseable {

  /** A file lock belongs to the process, so the threads of this one need a lock of their own. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Path lockFile;
  private final FileChannel channel;

  private PreparationLock(Path lockFile, FileChannel channel) {
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Waits for its turn.
   *
   * @throws StoreUnavailable if no file can be made beside the database
   */
  static PreparationLock on(Path database) throws StoreUnavailable {
    Path lockFile = database.resolveSibling(database.getFileName() + ".migrating");
    TURN.lock();
    try {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new PreparationLock(lockFile, channel);
    } catch (IOException e) {
      TURN.unlock();
      throw new StoreUnavailable(Reason.UNREACHABLE, database, e);
    }
  }

  /** Gives the turn away. */
  @Override
  public void close() throws StoreUnavailable {
    try (channel) {
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      throw new StoreUnavailable(Reason.UNREACHABLE, lockFile, e);
    } finally {
      TURN.unlock();
    }
  }
}
