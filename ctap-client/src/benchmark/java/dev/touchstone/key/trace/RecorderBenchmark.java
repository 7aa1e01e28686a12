package dev.touchstone.key.trace;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same commands to the same virtual key over reports, with and without the recorder. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecorderBenchmark {

  private static final byte[] GET_INFO = {4};

  private static final byte[] MAKE_CREDENTIAL =
      HexFormat.of()
          .parseHex(
              "01a4015820" + "00".repeat(32)
                  + "02a16269646b6578616d706c652e6f7267"
                  + "03a262696443616461646e616d6563616461"
                  + "0481a263616c672664747970656a7075626c69632d6b6579");

  @Param({"no", "yes"})
  private String recorded;

  private VirtualKey key;
  private RecordingWriter writer;
  private RawSession session;
  private byte[] getAssertion;
  private Path folder;

  @Setup
  public void open() throws Exception {
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful().with(TouchSensor.automatic()));
    folder = Files.createTempDirectory(Path.of("target"), "recorder");
    writer =
        new RecordingWriter(
            new RecordingsFolder(folder, 200_000_000, 1),
            new Header(Instant.now(), "", "", "", "", 1),
            System::nanoTime,
            100_000_000);
    Witness witness = recorded.equals("yes") ? new Recorder(writer) : Witness.NOBODY;
    session = new KeyRing(List.of(), witness).openRaw(new PluggedIn(key));
    byte[] made = send(MAKE_CREDENTIAL);
    int at = new String(made, StandardCharsets.ISO_8859_1).indexOf("\u0002\u0058") + 3;
    int length = made[at + 54] & 0xff;
    String id = HexFormat.of().formatHex(made, at + 55, at + 55 + length);
    getAssertion =
        HexFormat.of()
            .parseHex(
                "02a3016b6578616d706c652e6f7267025820"
                    + "00".repeat(32)
                    + "0381a262696458%02x".formatted(length)
                    + id
                    + "64747970656a7075626c69632d6b6579");
    send(getAssertion);
  }

  private byte[] send(byte[] message) throws Exception {
    byte[] reply = session.send(message, new ScriptedPerson(), new Cancellation());
    if (reply[0] != 0) {
      throw new IllegalStateException("status %02x".formatted(reply[0]));
    }
    return reply;
  }

  @Benchmark
  public byte[] getInfo() throws Exception {
    return send(GET_INFO);
  }

  @Benchmark
  public byte[] makeCredential() throws Exception {
    return send(MAKE_CREDENTIAL);
  }

  @Benchmark
  public byte[] getAssertion() throws Exception {
    return send(getAssertion);
  }

  @TearDown
  public void close() throws Exception {
    session.close();
    writer.close();
    key.close();
    for (RecordingsFolder.Kept kept : new RecordingsFolder(folder, 1, 1).list()) {
      Files.delete(kept.file());
    }
  }
}
