package dev.touchstone.key.transport.udp;

import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a simulator, one in a datagram. Answers may come from any port of its host, as
 * some simulators send from another than they listen on; what other hosts send is ignored.
 */
final class UdpPipe implements ReportPipe {

  private final SimulatorAddress address;
  private final InetAddress host;
  private final DatagramSocket socket;
  private boolean everAnswered;

  private UdpPipe(SimulatorAddress address, InetAddress host, DatagramSocket socket) {
    this.address = address;
    this.host = host;
    this.socket = socket;
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
      return new UdpPipe(address, host, new DatagramSocket(here));
    } catch (SocketException e) {
      throw because(
          e,
          new DeviceBusy(
              "UDP port %d, where the simulator %s answers, is taken by another program. End that program, or let the simulator answer elsewhere and name the port with ?reply=PORT."
                  .formatted(address.replyPort(), address.text())));
    }
  }

  @Override
  public void write(byte[] report) throws DeviceGone {
    try {
      socket.send(new DatagramPacket(report, report.length, host, address.port()));
    } catch (IOException e) {
      throw because(
          e,
          new DeviceGone("Nothing can be sent to the simulator at %s.".formatted(address.text())));
    }
  }

  @Override
  public byte @Nullable [] read(Duration timeout) throws TransportException {
    long end = System.nanoTime() + timeout.toNanos();
    // One byte more than a report, so that whoever checks can tell a longer datagram from one.
    DatagramPacket datagram = new DatagramPacket(new byte[REPORT_SIZE + 1], REPORT_SIZE + 1);
    try {
      do {
        socket.setSoTimeout(atLeastOne(Duration.ofNanos(end - System.nanoTime()).toMillis()));
        datagram.setLength(REPORT_SIZE + 1);
        socket.receive(datagram);
      } while (!datagram.getAddress().equals(host));
      everAnswered = true;
      return Arrays.copyOf(datagram.getData(), datagram.getLength());
    } catch (SocketTimeoutException e) {
      if (everAnswered) {
        return null;
      }
      throw because(e, new DeviceTimedOut(neverAnswered()));
    } catch (IOException e) {
      throw because(
          e,
          new DeviceGone(
              "The connection to the simulator %s is closed.".formatted(address.text())));
    }
  }

  @Override
  public void close() {
    socket.close();
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

  /** 0 would mean to wait for ever. */
  private static int atLeastOne(long millis) {
    return Math.toIntExact(Math.clamp(millis, 1, Integer.MAX_VALUE));
  }

  private static <E extends TransportException> E because(IOException cause, E failure) {
    failure.initCause(cause);
    return failure;
  }
}
