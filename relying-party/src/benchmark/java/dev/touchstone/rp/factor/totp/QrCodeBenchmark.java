package dev.touchstone.rp.factor.totp;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a device reads, from the URI to the PNG picture, as HTTP and the window draw it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QrCodeBenchmark {

  private final OtpAuth told =
      new OtpAuth(
          "Touchstone",
          "ada.lovelace@example.org",
          "12345678901234567890".getBytes(StandardCharsets.US_ASCII),
          Totp.USUAL);

  @Benchmark
  public byte[] picture() {
    return QrCode.png(told.uri(), 300);
  }
}
