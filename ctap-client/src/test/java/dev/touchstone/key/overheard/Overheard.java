package dev.touchstone.key.overheard;

import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.trace.Wiretap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts the recorder between a test's key and its client, and an oracle below the recorder. */
public final class Overheard {

  private static final AtomicInteger CONNECTIONS = new AtomicInteger();
  private static volatile @Nullable Timeline timeline;

  private Overheard() {}

  static void by(@Nullable Timeline recording) {
    timeline = recording;
    CONNECTIONS.set(0);
  }

  /** The reports of a key, recorded. */
  public static FidoConnection reports(KeyDevice device, FidoConnection connection) {
    Timeline recording = timeline;
    return recording == null
        ? connection
        : (FidoConnection)
            Wiretap.over(
                SecretSpotter.of(connection), begin(device, Wire.REPORTS, recording), recording);
  }

  /** The APDUs of a key, recorded. */
  public static SmartCardConnection apdus(KeyDevice device, SmartCardConnection connection) {
    Timeline recording = timeline;
    return recording == null
        ? connection
        : (SmartCardConnection)
            Wiretap.over(
                SecretSpotter.of(connection), begin(device, Wire.APDUS, recording), recording);
  }

  private static int begin(KeyDevice device, Wire wire, Timeline recording) {
    int number = CONNECTIONS.incrementAndGet();
    recording.add(
        new Entry.Connected(
            number,
            recording.now(),
            new Device(device.id(), device.name(), device.transport(), device.path(), 0, 0, wire)));
    return number;
  }
}
