package dev.touchstone.key.transport.trace;

import com.yubico.yubikit.core.YubiKeyConnection;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;

/** Puts an ear to the connection of a key. */
public final class Wiretap {

  private Wiretap() {}

  /** What moves on this connection. */
  public static Wire wireOf(YubiKeyConnection connection) {
    return connection instanceof SmartCardConnection ? Wire.APDUS : Wire.REPORTS;
  }

  /**
   * A connection that does the same and tells the timeline.
   *
   * @param number of the connection in the recording
   */
  public static YubiKeyConnection over(
      YubiKeyConnection connection, int number, Timeline timeline) {
    return switch (connection) {
      case FidoConnection packets -> new ReportTap(packets, number, timeline);
      case SmartCardConnection apdus -> new ApduTap(apdus, number, timeline);
      default -> connection;
    };
  }
}
