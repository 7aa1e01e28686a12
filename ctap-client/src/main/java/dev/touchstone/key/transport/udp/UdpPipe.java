package dev.touchstone.key.transport.udp;

import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports of a simulator, one in a datagram. Answers may come from any port of its host, as
 * some simulators send from another than they listen on; what other hosts send is ignored.
 */
final class UdpPipe implements ReportPipe {

  private static final Logger LOG = LoggerFactory.getLogger(UdpPipe.class);

  private final SimulatorAddress address;
  private final InetSocketAddress simulator;
  private final DatagramChannel channel;
  private final Selector arrival;
  private final ByteBuffer sent = ByteBuffer.allocateDirect(REPORT_SIZE);
  // One byte more than a report, so that whoever checks can tell a longer datagram from one.
  private final ByteBuffer received = ByteBuffer.allocateDirect(REPORT_SIZE + 1);
  private boolean everAnswered;

  private UdpPipe(
      SimulatorAddress address,
      InetSocketAddress simulator,
      DatagramChannel channel,
      Selector arrival) {
    this.address = address;
    this.simulator = simulator;
    this.channel = channel;
    this.arrival = arrival;
  }

  /**
   * Waits for answers from now on. Whether the simulator is there shows when it is asked.
   *
   * @throws DeviceGone if there is no such host
   * @throws DeviceBusy if somebody else on this machine waits at the reply port
   */
  static UdpPipe open(SimulatorAddress address) throws TransportException {
    InetAddress host = resolved(address);
    // Answers come to the address we send from: the loopback one for a simulator on this machine.
    InetSocketAddress here =
        host.isLoopbackAddress()
            ? new InetSocketAddress(host, address.replyPort())
            : new InetSocketAddress(address.replyPort());
    try {
      return bound(address, new InetSocketAddress(host, address.port()), here);
    } catch (IOException e) {
      throw because(
          e,
          new DeviceBusy(
              "UDP port %d, where the simulator %s answers, is taken by another program. End that program, or let the simulator answer elsewhere and name the port with ?reply=PORT."
                  .formatted(address.replyPort(), address.text())));
    }
  }

  /**
   * A channel that does not block: a socket with a time-out costs twice as many calls of the
   * operating system for each packet.
   */
  private static UdpPipe bound(
      SimulatorAddress address, InetSocketAddress simulator, InetSocketAddress here)
      throws IOException {
    DatagramChannel channel =
        DatagramChannel.open(
            simulator.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6);
    try {
      channel.bind(here).configureBlocking(false);
      Selector arrival = Selector.open();
      channel.register(arrival, SelectionKey.OP_READ);
      return new UdpPipe(address, simulator, channel, arrival);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void write(byte[] report) throws DeviceGone {
    try {
      channel.send(sent.clear().put(report).flip(), simulator);
    } catch (IOException e) {
      throw because(
          e,
          new DeviceGone("Nothing can be sent to the simulator at %s.".formatted(address.text())));
    }
  }

  @Override
  public byte @Nullable [] read(Duration timeout) throws TransportException {
    boolean came;
    try {
      came = await(timeout);
    } catch (IOException | ClosedSelectorException e) {
      throw because(
          e,
          new DeviceGone(
              "The connection to the simulator %s is closed.".formatted(address.text())));
    }
    if (!came) {
      return nothingCame();
    }
    everAnswered = true;
    byte[] report = new byte[received.flip().remaining()];
    received.get(report);
    return report;
  }

  /** Whether something arrived in that time. */
  private boolean await(Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    boolean interrupted = false;
    try {
      while (!arrived()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        arrival.select(key -> {}, Math.max(1, Duration.ofNanos(left).toMillis()));
        // An interrupted thread would no longer wait, and what is to stop is told otherwise.
        interrupted |= Thread.interrupted();
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private byte @Nullable [] nothingCame() throws DeviceTimedOut {
    if (!everAnswered) {
      throw new DeviceTimedOut(neverAnswered());
    }
    return null;
  }

  /** Takes what is there of the simulator's host. */
  private boolean arrived() throws IOException {
    SocketAddress sender;
    do {
      sender = channel.receive(received.clear());
      if (sender instanceof InetSocketAddress from
          && from.getAddress().equals(simulator.getAddress())) {
        return true;
      }
    } while (sender != null);
    return false;
  }

  @Override
  public void close() {
    try (channel;
        arrival) {
      // Whoever waits for an answer wakes up.
    } catch (IOException e) {
      LOG.debug("A socket to a simulator did not close in order: {}", e.getMessage());
    }
  }

  private String neverAnswered() {
    String where =
        address.replyPort() == SimulatorAddress.WHERE_WE_SENT_FROM
            ? "that it answers to whoever sent (?reply=0)"
            : "that it answers to port %d (?reply=%1$d)".formatted(address.replyPort());
    return "No simulator answers at %s. Start it, or check that it listens on port %d and %s."
        .formatted(address.text(), address.port(), where);
  }

  private static InetAddress resolved(SimulatorAddress address) throws DeviceGone {
    try {
      return InetAddress.getAllByName(address.host())[0];
    } catch (UnknownHostException e) {
      throw because(
          e,
          new DeviceGone(
              "There is no host %s. Check the address of the simulator, %s."
                  .formatted(address.host(), address.text())));
    }
  }

  private static <E extends TransportException> E because(Exception cause, E failure) {
    failure.initCause(cause);
    return failure;
  }
}
