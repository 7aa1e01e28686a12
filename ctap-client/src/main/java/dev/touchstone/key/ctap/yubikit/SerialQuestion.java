package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.YubiKeyConnection;
import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.fido.FidoProtocol;
import com.yubico.yubikit.core.smartcard.Apdu;
import com.yubico.yubikit.core.smartcard.AppId;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import com.yubico.yubikit.core.smartcard.SmartCardProtocol;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Asks a key for the number that its maker gave it. No command of CTAP does, so this is done in the
 * ways of makers: Yubico's device configuration, and the UUID of keys that run Trussed firmware
 * (Nitrokey 3, Solo 2), which the virtual key tells too. Takes no touch, no PIN, and one short
 * exchange.
 */
public final class SerialQuestion {

  private static final int YUBICO = 0x1050;
  private static final int NITROKEY = 0x20a0;
  private static final int PID_CODES = 0x1209;

  /** Nitrokey 3 and Nitrokey Passkey; Solo 2; what pid.codes keeps for tests. */
  private static final int NITROKEY_3 = 0x42b2;

  private static final int NITROKEY_PASSKEY = 0x42f3;
  private static final int SOLO_2 = 0xbeee;
  private static final int FOR_TESTS = 0x0001;

  private static final byte READ_CONFIG = (byte) 0xc2;
  private static final byte UUID = (byte) 0xe2;

  private static final byte[] TRUSSED_ADMIN = HexFormat.of().parseHex("a00000084700000001");
  private static final int INS_READ_CONFIG = 0x1d;
  private static final int INS_UUID = 0x62;

  private SerialQuestion() {}

  /** Whether keys of this kind may know an answer; others are not bothered. */
  public static boolean isFor(KeyDevice device) {
    return switch (device.transport()) {
      case USB_HID -> device.vendorId() == YUBICO || isTrussed(device);
      case SMART_CARD -> true;
      // Nobody knows whether a simulator runs before it is asked, and that may take seconds.
      case UDP, VIRTUAL -> false;
    };
  }

  private static boolean isTrussed(KeyDevice device) {
    int product = device.productId();
    return switch (device.vendorId()) {
      case NITROKEY -> product == NITROKEY_3 || product == NITROKEY_PASSKEY;
      case PID_CODES -> product == SOLO_2 || product == FOR_TESTS;
      default -> false;
    };
  }

  /**
   * Opens the key, asks, and closes it.
   *
   * @return empty if it has no number to tell
   * @throws KeyException if it could not be asked now
   */
  public static Optional<Mark.Serial> ask(KeyDevice device) throws KeyException {
    try (YubiKeyConnection connection = device.connect()) {
      return switch (connection) {
        case FidoConnection packets -> overHid(packets, device.vendorId() == YUBICO);
        case SmartCardConnection apdus -> onCard(apdus);
        default -> Optional.empty();
      };
    } catch (TransportException.PacketGarbled e) {
      // It does not know the command, or answers as no key does.
      return Optional.empty();
    } catch (TransportException e) {
      throw Failures.of(e);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Mark.Serial> overHid(FidoConnection packets, boolean yubico)
      throws IOException {
    // not closed here: that would close the connection, whose owner does
    FidoProtocol protocol = new FidoProtocol(new KeepAliveFix(packets));
    return yubico
        ? VendorNumber.yubico(protocol.sendAndReceive(READ_CONFIG, new byte[] {0}, null))
        : VendorNumber.trussed(protocol.sendAndReceive(UUID, new byte[0], null));
  }

  private static Optional<Mark.Serial> onCard(SmartCardConnection apdus) throws IOException {
    SmartCardProtocol protocol = new SmartCardProtocol(new EndlessReplyGuard(apdus));
    Optional<byte[]> config = answer(protocol, AppId.MANAGEMENT, INS_READ_CONFIG);
    if (config.isPresent()) {
      return VendorNumber.yubico(config.get());
    }
    Optional<byte[]> uuid = answer(protocol, TRUSSED_ADMIN, INS_UUID);
    return uuid.isPresent() ? VendorNumber.trussed(uuid.get()) : Optional.empty();
  }

  private static Optional<byte[]> answer(SmartCardProtocol protocol, byte[] applet, int instruction)
      throws IOException {
    try {
      byte[] _ = protocol.select(applet);
      return Optional.of(protocol.sendAndReceive(new Apdu(0, instruction, 0, 0, new byte[0])));
    } catch (CommandException e) {
      return Optional.empty();
    }
  }
}
