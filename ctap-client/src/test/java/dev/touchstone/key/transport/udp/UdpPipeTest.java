package dev.touchstone.key.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import dev.touchstone.key.transport.hid.ReportConnection;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a bare socket in the place of a simulator, which answers what the test says. */
class UdpPipeTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final byte[] REPORT = report(1);

  private DatagramSocket simulator;
  private UdpPipe pipe;

  @BeforeEach
  void open() throws IOException {
    simulator = new DatagramSocket(new InetSocketAddress(host("127.0.0.1"), 0));
    simulator.setSoTimeout(20_000);
    pipe = UdpPipe.open(new SimulatorAddress("127.0.0.1", simulator.getLocalPort(), 0));
  }

  @AfterEach
  void close() {
    pipe.close();
    simulator.close();
  }

  @Test
  void reportsTravelBothWays() throws Exception {
    InetSocketAddress client = heard();
    simulator.send(new DatagramPacket(report(2), 64, client));

    assertThat(pipe.read(LONG)).isEqualTo(report(2));
  }

  @Test
  void simulatorThatNeverAnswersIsNamedWithWhatToCheck() throws Exception {
    pipe.write(REPORT);

    assertThatThrownBy(() -> pipe.read(SHORT))
        .isInstanceOf(DeviceTimedOut.class)
        .hasMessageStartingWith(
            "No simulator answers at udp://127.0.0.1:%d?reply=0. Start it"
                .formatted(simulator.getLocalPort()))
        .hasMessageContaining("answers to whoever sent");
  }

  @Test
  void simulatorThatFallsSilentLaterIsOneThatIsSilent() throws Exception {
    simulator.send(new DatagramPacket(REPORT, 64, heard()));
    pipe.read(LONG);

    assertThat(pipe.read(SHORT)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 65, 1400})
  void datagramOfAnotherSizeIsGarbled(int size) throws Exception {
    simulator.send(new DatagramPacket(new byte[size], size, heard()));
    ReportConnection connection = new ReportConnection(pipe);

    assertThatThrownBy(() -> connection.receive(new byte[64])).isInstanceOf(PacketGarbled.class);
  }

  @Test
  void answerMayComeFromAnotherPortOfTheSameHost() throws Exception {
    InetSocketAddress client = heard();
    try (DatagramSocket another = new DatagramSocket(new InetSocketAddress(host("127.0.0.1"), 0))) {
      another.send(new DatagramPacket(report(3), 64, client));
    }

    assertThat(pipe.read(LONG)).isEqualTo(report(3));
  }

  @Test
  void whatAnotherHostSendsIsPassedOver() throws Exception {
    InetSocketAddress client = heard();
    try (DatagramSocket stranger =
        new DatagramSocket(new InetSocketAddress(host("127.0.0.2"), 0))) {
      stranger.send(new DatagramPacket(report(4), 64, client));
    }
    simulator.send(new DatagramPacket(report(5), 64, client));

    assertThat(pipe.read(LONG)).isEqualTo(report(5));
  }

  @Test
  void interruptedThreadGetsItsAnswerAndStaysInterrupted() throws Exception {
    InetSocketAddress client = heard();
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(SHORT);
            simulator.send(new DatagramPacket(report(6), 64, client));
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.currentThread().interrupt();

    byte[] answer = pipe.read(LONG);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isEqualTo(report(6));
  }

  @Test
  void replyPortThatSomebodyElseHasIsNamed() {
    int taken = simulator.getLocalPort();

    assertThatThrownBy(() -> UdpPipe.open(new SimulatorAddress("127.0.0.1", 8111, taken)))
        .isInstanceOf(DeviceBusy.class)
        .hasMessageContaining("UDP port " + taken)
        .hasMessageContaining("?reply=PORT");
  }

  @Test
  void hostThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> UdpPipe.open(new SimulatorAddress("no-such-host.invalid", 1, 0)))
        .isInstanceOf(DeviceGone.class)
        .hasMessageStartingWith("There is no host no-such-host.invalid.");
  }

  @Test
  void closedPipeSaysSo() {
    pipe.close();

    assertThatThrownBy(() -> pipe.read(LONG)).isInstanceOf(DeviceGone.class);
    assertThatThrownBy(() -> pipe.write(REPORT)).isInstanceOf(DeviceGone.class);
  }

  /** Sends a report; where it came from is where answers go. */
  private InetSocketAddress heard() throws IOException {
    pipe.write(REPORT);
    DatagramPacket datagram = new DatagramPacket(new byte[100], 100);
    simulator.receive(datagram);
    assertThat(Arrays.copyOf(datagram.getData(), datagram.getLength())).isEqualTo(REPORT);
    return (InetSocketAddress) datagram.getSocketAddress();
  }

  private static byte[] report(int filling) {
    byte[] report = new byte[64];
    Arrays.fill(report, (byte) filling);
    return report;
  }

  private static InetAddress host(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
