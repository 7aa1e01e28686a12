package dev.touchstone.key.transport;

import java.io.IOException;

/**
 * Why packets could not be moved. The message is one sentence that can be shown to a person.
 *
 * <p>It is an {@link IOException} because it has to pass through interfaces that know no better.
 */
public abstract sealed class TransportException extends IOException {

  private TransportException(String message) {
    super(message);
  }

  /** The key was unplugged, or its connection was closed. */
  public static final class DeviceGone extends TransportException {
    public DeviceGone(String message) {
      super(message);
    }
  }

  /** Somebody else is using the key just now: another program or another channel. */
  public static final class DeviceBusy extends TransportException {
    public DeviceBusy(String message) {
      super(message);
    }
  }

  /** The operating system does not let this user open the device. */
  public static final class AccessDenied extends TransportException {
    public AccessDenied(String message) {
      super(message);
    }
  }

  /** What came from the key is not CTAPHID, or the key says so of what we sent. */
  public static final class PacketGarbled extends TransportException {
    public PacketGarbled(String message) {
      super(message);
    }
  }

  /** The key said nothing, not even that it is still at work. */
  public static final class DeviceTimedOut extends TransportException {
    public DeviceTimedOut(String message) {
      super(message);
    }
  }
}
