package dev.touchstone.key.trace;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.udp.UdpOptions;
import dev.touchstone.fixture.key.wire.udp.UdpWire;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.key.transport.udp.UdpDiscovery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What the recorder adds to a command: two sessions with one virtual key, one of them recorded, are
 * asked the same in turn, so that whatever else the machine does falls on both. The argument is how
 * many commands of a kind.
 */
final class RecorderCost {

  private static final byte[] GET_INFO = {4};

  private static final byte[] MAKE_CREDENTIAL =
      HexFormat.of()
          .parseHex(
              "01a4015820"
                  + "00".repeat(32)
                  + "02a16269646b6578616d706c652e6f7267"
                  + "03a262696443616461646e616d6563616461"
                  + "0481a263616c672664747970656a7075626c69632d6b6579");

  private RecorderCost() {}

  public static void main(String... arguments) throws Exception {
    int rounds =
        arguments.length > 0 && arguments[0].matches("\\d+")
            ? Integer.parseInt(arguments[0])
            : 20_000;
    Path folder = Files.createTempDirectory(Path.of("target"), "recorder");
    try (VirtualKey key =
            VirtualKey.open(
                KeyModels.TOUCHSTONE,
                Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
                Surroundings.forgetful().with(TouchSensor.automatic()));
        UdpWire wire =
            UdpWire.serve(key::connect, UdpOptions.usual().withPort(0).withReplyPort(0));
        RecordingWriter writer =
            new RecordingWriter(
                new RecordingsFolder(folder, 200_000_000, 1),
                new Header(Instant.now(), "", "", "", "", 1),
                System::nanoTime,
                100_000_000)) {
      System.out.println("| wire | command | without, median | with | added |");
      System.out.println("|---|---|---|---|---|");
      compare("in process", new PluggedIn(key), writer, rounds);
      SimulatorAddress address = new SimulatorAddress("127.0.0.1", wire.address().getPort(), 0);
      compare("UDP", new UdpDiscovery(List.of(address)).list().getFirst(), writer, rounds);
    }
  }

  private static void compare(String wire, KeyDevice device, RecordingWriter writer, int rounds)
      throws Exception {
    try (RawSession plain = new KeyRing(List.of(), Witness.NOBODY).openRaw(device);
        RawSession recorded = new KeyRing(List.of(), new Recorder(writer)).openRaw(device)) {
      byte[] getAssertion = getAssertion(send(plain, MAKE_CREDENTIAL));
      compare(wire, "getInfo", plain, recorded, GET_INFO, rounds);
      compare(wire, "makeCredential", plain, recorded, MAKE_CREDENTIAL, rounds);
      compare(wire, "getAssertion", plain, recorded, getAssertion, rounds);
    }
  }

  private static void compare(
      String wire, String name, RawSession plain, RawSession recorded, byte[] message, int rounds)
      throws Exception {
    long[] without = new long[rounds];
    long[] with = new long[rounds];
    for (int warmUp = 1; warmUp >= 0; warmUp--) {
      for (int i = 0; i < rounds; i++) {
        boolean plainFirst = i % 2 == 0;
        if (plainFirst) {
          without[i] = timed(plain, message);
        }
        with[i] = timed(recorded, message);
        if (!plainFirst) {
          without[i] = timed(plain, message);
        }
      }
    }
    double before = median(without);
    double after = median(with);
    System.out.printf(
        "| %s | %s | %.1f µs | %.1f µs | %.1f µs, %.1f %% |%n",
        wire,
        name,
        before / 1e3,
        after / 1e3,
        (after - before) / 1e3,
        100 * (after - before) / before);
  }

  private static long timed(RawSession session, byte[] message) throws Exception {
    long begin = System.nanoTime();
    send(session, message);
    return System.nanoTime() - begin;
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private static byte[] send(RawSession session, byte[] message) throws Exception {
    byte[] reply = session.send(message, new ScriptedPerson(), new Cancellation());
    if (reply[0] != 0) {
      throw new IllegalStateException("status %02x".formatted(reply[0]));
    }
    return reply;
  }

  /** For the credential that was just made. */
  private static byte[] getAssertion(byte[] made) {
    int at = new String(made, StandardCharsets.ISO_8859_1).indexOf("\u0002\u0058") + 3;
    int length = made[at + 54] & 0xff;
    String id = HexFormat.of().formatHex(made, at + 55, at + 55 + length);
    return HexFormat.of()
        .parseHex(
            "02a3016b6578616d706c652e6f7267025820"
                + "00".repeat(32)
                + "0381a262696458%02x".formatted(length)
                + id
                + "64747970656a7075626c69632d6b6579");
  }
}
