package dev.touchstone.key.trace;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A recording of a million full reports: opened for the first time in a process, and read. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Measurement(iterations = 1)
public class OpenBenchmark {

  private static final int REPORTS = 1_000_000;

  private Path file;

  @Setup
  public void write() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "million");
    Random random = new Random(1);
    try (RecordingWriter writer =
        new RecordingWriter(
            new RecordingsFolder(folder, Long.MAX_VALUE, 1),
            new Header(Instant.now(), "", "", "", "", 1),
            System::nanoTime,
            Long.MAX_VALUE)) {
      writer.add(
          new Entry.Connected(
              1, 0, new Device("hid-1", "key", Transport.USB_HID, "", 1, 1, Wire.REPORTS)));
      for (int i = 1; i < REPORTS; i++) {
        byte[] report = new byte[64];
        random.nextBytes(report);
        writer.add(
            new Entry.Message(
                1,
                i,
                new MessageFacts(MessageKind.PING, i % 2 == 0, true, 1, 1, -1, -1, 1, 57),
                List.of(),
                List.of(new Packet(i, i % 2 == 0, report))));
      }
      file = writer.file();
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  public int openForTheFirstTime() throws Exception {
    return Recording.open(file).size();
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  public int openAndFilterFailures() throws Exception {
    return new Filter("", "", true, false, "").in(Recording.open(file), () -> false).length;
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  public int openAndShowAPageInTheMiddle() throws Exception {
    return Recording.open(file).page(REPORTS / 2, 100).size();
  }

  @TearDown
  public void delete() throws Exception {
    Files.delete(file);
  }
}
