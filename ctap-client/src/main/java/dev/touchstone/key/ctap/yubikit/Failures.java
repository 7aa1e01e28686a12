package dev.touchstone.key.ctap.yubikit;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.NotPossible;
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
          new NotPossible(NotPossible.Obstacle.IN_USE, message, e.error(), e);
      case TransportException.AccessDenied _ ->
          new NotPossible(NotPossible.Obstacle.NOT_PERMITTED, message, e.error(), e);
      case TransportException.PacketGarbled _ -> new ReplyGarbled(message, e.error(), e);
    };
  }
}
