package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import java.time.Duration;
import java.util.Arrays;
import org.hid4java.HidDevice;
import org.jspecify.annotations.Nullable;

/** The reports of an opened HID device. */
final class HidReportPipe implements ReportPipe {

  private final HidDevice device;

  HidReportPipe(HidDevice device) {
    this.device = device;
  }

  @Override
  public void write(byte[] report) throws DeviceGone {
    // FIDO devices have one report without a number, which HID spells as number 0
    if (device.isClosed() || device.write(report, report.length, (byte) 0) < 0) {
      throw gone();
    }
  }

  @Override
  public byte @Nullable [] read(Duration timeout) throws DeviceGone {
    if (device.isClosed()) {
      throw gone();
    }
    byte[] report = new byte[REPORT_SIZE];
    int count = device.read(report, Math.toIntExact(timeout.toMillis()));
    if (count < 0) {
      throw gone();
    }
    return count == 0 ? null : Arrays.copyOf(report, count);
  }

  private DeviceGone gone() {
    return new DeviceGone(
        "The key was unplugged, or its connection closed.",
        device.isClosed() ? Symptom.CLOSED : Symptom.UNPLUGGED);
  }

  @Override
  public void close() {
    device.close();
  }
}
