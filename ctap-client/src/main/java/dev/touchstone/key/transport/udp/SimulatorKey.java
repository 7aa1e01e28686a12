package dev.touchstone.key.transport.udp;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.hid.ReportConnection;

/**
 * A simulator that somebody named. Whether it runs is not known before it is opened and asked: UDP
 * has no connections.
 */
record SimulatorKey(SimulatorAddress address) implements KeyDevice {

  @Override
  public String id() {
    return address.text();
  }

  @Override
  public String name() {
    return "Simulator";
  }

  @Override
  public Transport transport() {
    return Transport.UDP;
  }

  @Override
  public String path() {
    return address.text();
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  @Override
  public FidoConnection connect() throws TransportException {
    return new ReportConnection(UdpPipe.open(address));
  }
}
