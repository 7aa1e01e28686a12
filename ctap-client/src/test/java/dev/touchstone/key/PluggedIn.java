package dev.touchstone.key;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.HidPort;
import dev.touchstone.key.overheard.Overheard;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.hid.ReportConnection;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The virtual key as the client sees it: one more device that speaks in reports.
 *
 * @param patience how long the client waits for a report at most, in real time
 */
public record PluggedIn(VirtualKey key, Duration patience) implements KeyDevice {

  public PluggedIn(VirtualKey key) {
    this(key, Duration.ofMinutes(1));
  }

  @Override
  public String id() {
    return "virtual";
  }

  @Override
  public String name() {
    return key.model().name();
  }

  @Override
  public Transport transport() {
    return Transport.VIRTUAL;
  }

  @Override
  public String path() {
    return key.place();
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
  public FidoConnection connect() throws IOException {
    return Overheard.reports(this, new ReportConnection(new Reports(key.connect(), patience)));
  }

  private record Reports(HidPort port, Duration patience) implements ReportPipe {
    @Override
    public void write(byte[] report) throws DeviceGone {
      try {
        port.write(report);
      } catch (IOException e) {
        throw gone(e);
      }
    }

    @Override
    public byte @Nullable [] read(Duration timeout) throws DeviceGone {
      try {
        return port.read(timeout.compareTo(patience) < 0 ? timeout : patience);
      } catch (IOException e) {
        throw gone(e);
      }
    }

    @Override
    public void close() {
      port.close();
    }

    private static DeviceGone gone(IOException e) {
      return new DeviceGone("The key is gone: " + e.getMessage() + ".");
    }
  }
}
