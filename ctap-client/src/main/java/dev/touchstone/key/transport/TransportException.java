package dev.touchstone.key.transport;

import java.io.IOException;

/**
 * Why packets could not be moved. The message is one sentence that can be shown to a person.
 *
 * <p>It is an {@link IOException} because it has to pass through interfaces that know no better.
 */
public abstract sealed class TransportException extends IOException {

  private final transient WireError error;

  private TransportException(String message, WireError error) {
    super(message);
    this.error = error;
  }

  /** The raw code, or what was seen where nobody told one. */
  public WireError error() {
    return error;
  }

  /** The key was unplugged, or its connection was closed. */
  public static final class DeviceGone extends TransportException {
    public DeviceGone(String message) {
      this(message, Symptom.UNPLUGGED);
    }

    public DeviceGone(String message, WireError error) {
      super(message, error);
    }
  }

  /** Somebody else is using the key just now: another program or another channel. */
  public static final class DeviceBusy extends TransportException {
    public DeviceBusy(String message) {
      this(message, Symptom.IN_USE);
    }

    public DeviceBusy(String message, WireError error) {
      super(message, error);
    }
  }

  /** The operating system does not let this user open the device. */
  public static final class AccessDenied extends TransportException {
    public AccessDenied(String message) {
      this(message, Symptom.NOT_PERMITTED);
    }

    public AccessDenied(String message, WireError error) {
      super(message, error);
    }
  }

  /** What came from the key is not CTAPHID, or the key says so of what we sent. */
  public static final class PacketGarbled extends TransportException {
    public PacketGarbled(String message) {
      this(message, Symptom.NOT_THE_PROTOCOL);
    }

    public PacketGarbled(String message, WireError error) {
      super(message, error);
    }
  }

  /** The key said nothing, not even that it is still at work. */
  public static final class DeviceTimedOut extends TransportException {
    public DeviceTimedOut(String message) {
      this(message, Symptom.NO_ANSWER);
    }

    public DeviceTimedOut(String message, WireError error) {
      super(message, error);
    }
  }
}
