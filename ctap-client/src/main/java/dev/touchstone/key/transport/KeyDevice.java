package dev.touchstone.key.transport;

import com.yubico.yubikit.core.YubiKeyConnection;
import java.io.IOException;

/** A security key that is there, not yet opened. */
public interface KeyDevice {

  /**
   * Short enough to type, the same as long as the key stays plugged in, such as {@code hid-1} or
   * {@code virtual}.
   */
  String id();

  /** What the key calls itself, such as {@code YubiKey FIDO}. */
  String name();

  Transport transport();

  /**
   * Where the operating system has it, such as {@code /dev/hidraw3}, or the memory file of a
   * virtual key.
   */
  String path();

  /** USB vendor id, 0 where there is none. */
  int vendorId();

  /** USB product id, 0 where there is none. */
  int productId();

  /**
   * Opens the connection: a {@code FidoConnection}, which moves packets, or a {@code
   * SmartCardConnection}, which moves APDUs. The caller closes it.
   *
   * @throws IOException if the key is gone, is held by another program, or access is denied
   */
  YubiKeyConnection connect() throws IOException;
}
