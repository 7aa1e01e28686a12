package dev.touchstone.rp.store.sqlite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system of few megabytes that is soon full; skipped where none may be mounted. */
public final class FullDisk implements AutoCloseable {

  private final Path mount;
  private final Path ballast;

  private FullDisk(Path mount) {
    this.mount = mount;
    this.ballast = mount.resolve("ballast");
  }

  /** In this folder, half full. */
  public static FullDisk in(Path folder) throws Exception {
    Path mount = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mount.toString()));
    FullDisk disk = new FullDisk(mount);
    Files.write(disk.ballast, new byte[2_000_000]);
    return disk;
  }

  /** With a copy of this file on it. */
  static FullDisk with(Path file) throws Exception {
    FullDisk disk = in(file.resolveSibling(""));
    Files.copy(file, disk.file());
    return disk;
  }

  /** Where files on it go. */
  public Path folder() {
    return mount;
  }

  /** Leaves no room for anything more. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      // as it was meant to be
    }
  }

  Path file() {
    return mount.resolve("touchstone.db");
  }

  /** Leaves room again. */
  public void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    // whether it ends in time or not, nothing is left to be done
    new ProcessBuilder("umount", "-l", mount.toString()).start().onExit().join();
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
