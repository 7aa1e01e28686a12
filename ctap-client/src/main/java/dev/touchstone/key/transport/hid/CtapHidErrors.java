package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import dev.touchstone.key.transport.WireError;
import java.util.Locale;

/** The error codes of CTAP 2.3 §11.2.9.1.6 CTAPHID_ERROR, as exceptions. */
final class CtapHidErrors {

  private CtapHidErrors() {}

  static TransportException of(int code) {
    WireError error = new WireError.CtapHid(code);
    return switch (code) {
      case 0x05 -> new DeviceTimedOut("The key waited too long for the rest of a message.", error);
      case 0x06, 0x0A -> new DeviceBusy("The key is busy with another program.", error);
      case 0x0B -> new DeviceGone("The key no longer knows this connection.", error);
      default ->
          new PacketGarbled(
              String.format(
                  Locale.ROOT, "The key refused a packet with CTAPHID error 0x%02x.", code),
              error);
    };
  }
}
