package dev.touchstone.rp.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that nobody may write: not even root, for whom it is made immutable. */
record ReadOnlyFile(Path path) implements AutoCloseable {

  static ReadOnlyFile make(Path path) throws IOException {
    assumeTrue(path.toFile().setWritable(false));
    if (Files.isWritable(path)) {
      assumeTrue(chattr("+i", path), "root cannot be kept from writing here");
    }
    return new ReadOnlyFile(path);
  }

  @Override
  public void close() throws IOException {
    if (!path.toFile().setWritable(true)) {
      assertThat(chattr("-i", path)).isTrue();
      assertThat(path.toFile().setWritable(true)).isTrue();
    }
  }

  private static boolean chattr(String flag, Path path) throws IOException {
    try {
      return new ProcessBuilder("chattr", flag, path.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
