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
      case TransportException.DeviceGone _ -> new KeyGone(message, e.error(), e);
      case TransportException.DeviceTimedOut _ -> new KeyGone(message, e.error(), e);
      case TransportException.DeviceBusy _ ->
          new KeyUnavailable(KeyUnavailable.Reason.BUSY, message, e.error(), e);
      case TransportException.AccessDenied _ ->
          new KeyUnavailable(KeyUnavailable.Reason.ACCESS_DENIED, message, e.error(), e);
      case TransportException.PacketGarbled _ -> new ReplyGarbled(message, e.error(), e);
    };
  }
}
