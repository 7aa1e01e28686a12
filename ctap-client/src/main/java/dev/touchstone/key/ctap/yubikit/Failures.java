package dev.touchstone.key.ctap.yubikit;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyUnavailable;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.TransportException;
import java.util.Objects;

/** What a failing transport means for whoever waits for a reply. */
final class Failures {

  private Failures() {}

  static KeyException of(TransportException e) {
    String message = Objects.requireNonNull(e.getMessage());
    return switch (e) {
      case TransportException.DeviceGone gone -> new KeyGone(message, gone);
      case TransportException.DeviceTimedOut silent -> new KeyGone(message, silent);
      case TransportException.DeviceBusy _ ->
          new KeyUnavailable(KeyUnavailable.Reason.BUSY, message);
      case TransportException.AccessDenied _ ->
          new KeyUnavailable(KeyUnavailable.Reason.ACCESS_DENIED, message);
      case TransportException.PacketGarbled garbled -> new ReplyGarbled(message, garbled);
    };
  }
}
