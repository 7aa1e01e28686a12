package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.HidPort;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The 64-byte reports of a virtual key. */
final class VirtualPipe implements ReportPipe {

  private final HidPort port;
  private final Closeable key;

  private VirtualPipe(HidPort port, Closeable key) {
    this.port = port;
    this.key = key;
  }

  /** To a key that stays plugged in when the pipe is closed. */
  static VirtualPipe to(VirtualKey key) throws IOException {
    return new VirtualPipe(key.connect(), () -> {});
  }

  /** To a key that somebody else holds; the other is closed with the pipe. */
  static VirtualPipe lent(HidPort port, LabDesk.Watch with) {
    return new VirtualPipe(port, with::close);
  }

  /** To a key that is plugged in for this pipe alone. */
  static VirtualPipe owning(VirtualKey key) throws IOException {
    try {
      return new VirtualPipe(key.connect(), key);
    } catch (IOException e) {
      key.close();
      throw e;
    }
  }

  @Override
  public void write(byte[] report) throws TransportException {
    try {
      port.write(report);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  @Override
  public byte @Nullable [] read(Duration timeout) throws TransportException {
    try {
      return port.read(timeout);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private static TransportException gone(IOException cause) {
    var gone = new TransportException.DeviceGone("The virtual key was unplugged.");
    gone.initCause(cause);
    return gone;
  }

  @Override
  public void close() {
    try (key;
        port) {
      // Both are closed, the port first.
    } catch (IOException e) {
      // What the key knows was saved when it changed; there is nothing left to lose.
      LoggerFactory.getLogger(VirtualPipe.class).warn("The virtual key did not close in order", e);
    }
  }
}
