package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.YubiKeyConnection;
import com.yubico.yubikit.core.application.CommandState;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV1;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.RawAuthenticator;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.WireError;
import java.io.IOException;
import java.util.List;

/** Opens keys, by packets (CTAP 2.3 §11.2) or by APDUs (§11.3). */
public final class Ctap {

  private Ctap() {}

  /** How a connection is opened. */
  @FunctionalInterface
  public interface Opening<T> {
    T connect() throws IOException;
  }

  /** Opens the key and finds out which of the two protocols it speaks. */
  public static Authenticator open(KeyDevice device) throws KeyException {
    return open(connect(device::connect));
  }

  /**
   * Finds out which of the two protocols the key speaks.
   *
   * @param connection is closed with the authenticator, and when this fails
   */
  public static Authenticator open(YubiKeyConnection connection) throws KeyException {
    Line line = line(connection);
    return line.speaksCtap2() ? new Ctap2Authenticator(line) : new U2fAuthenticator(line);
  }

  /**
   * A line for messages that are bytes already; the key has to speak CTAP2.
   *
   * @param connection is closed with the line, and when this fails
   */
  public static RawAuthenticator raw(YubiKeyConnection connection) throws KeyException {
    Line line = line(connection);
    return new RawAuthenticator() {
      @Override
      public byte[] send(byte[] message, CommandState state) throws KeyException {
        return line.ctap2(message, state);
      }

      @Override
      public void close() {
        line.close();
      }
    };
  }

  /** Opens a connection, with failures typed. */
  public static <T> T connect(Opening<T> opening) throws KeyException {
    try {
      return opening.connect();
    } catch (TransportException e) {
      throw Failures.of(e);
    } catch (IOException e) {
      throw new KeyException.KeyGone(
          "The key cannot be opened.",
          SystemError.in(e).<WireError>map(told -> told).orElse(Symptom.UNPLUGGED),
          e);
    }
  }

  private static Line line(YubiKeyConnection connection) throws KeyException {
    return switch (connection) {
      case FidoConnection packets -> HidLine.open(packets);
      case SmartCardConnection apdus -> CardLine.open(apdus);
      default -> throw new IllegalArgumentException("neither packets nor APDUs: " + connection);
    };
  }

  /** Those that we speak, CTAP 2.3 §6.5.6 and §6.5.7. */
  public static List<PinUvAuthProtocol> pinUvAuthProtocols() {
    return List.of(
        new YubikitPinUvAuth(new PinUvAuthProtocolV2()),
        new YubikitPinUvAuth(new PinUvAuthProtocolV1()));
  }
}
