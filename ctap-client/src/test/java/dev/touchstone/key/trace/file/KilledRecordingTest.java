package dev.touchstone.key.trace.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.trace.RecordedWorld;
import dev.touchstone.key.trace.entry.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that records is killed in the middle of it. */
class KilledRecordingTest {

  private static final int SURELY_WRITTEN = 1000;

  @TempDir private Path folder;

  /** Records without an end; says so once the first of it can be read. */
  static final class Victim {

    private Victim() {}

    public static void main(String... arguments) throws Exception {
      RecordingWriter writer = RecordedWorld.writer(Path.of(arguments[0]), Long.MAX_VALUE);
      int next = add(writer, 0, SURELY_WRITTEN);
      while (Recording.open(writer.file()).size() < SURELY_WRITTEN) {
        Thread.onSpinWait();
      }
      System.out.println("recorded");
      while (true) {
        next = add(writer, next, SURELY_WRITTEN);
      }
    }

    private static int add(RecordingWriter writer, int from, int count) {
      for (int i = from; i < from + count; i++) {
        writer.add(new Entry.Note(Entry.NO_CONNECTION, i, Integer.toString(i)));
      }
      return from + count;
    }
  }

  @Test
  void whatWasWrittenBeforeIsThereWithoutAGapAndCanBeRead() throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = victim.inputReader()) {
      assertThat(said.readLine()).isEqualTo("recorded");
    } finally {
      victim.destroyForcibly().waitFor();
    }

    Recording recording = Recording.open(onlyFile());
    assertThat(recording.size()).isGreaterThanOrEqualTo(SURELY_WRITTEN);
    List<Entry> all = recording.page(0, recording.size());
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isEqualTo(new Entry.Note(Entry.NO_CONNECTION, i, Integer.toString(i)));
    }
  }

  /** Surefire has it elsewhere than in {@code java.class.path}. */
  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  private Path onlyFile() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".trace")).findFirst().orElseThrow();
    }
  }
}
