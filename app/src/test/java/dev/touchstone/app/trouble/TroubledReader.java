package dev.touchstone.app.trouble;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.fixture.key.wire.card.VirtualCard;
import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import dev.touchstone.key.transport.WireError;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** APDUs to a virtual key and back, until it is time for trouble. Counts them. */
final class TroubledReader implements SmartCardConnection {

  private final VirtualKey key;
  private final VirtualCard card;
  private final Optional<CardTrouble> trouble;
  private final int when;
  private int count;

  /**
   * @param when counted from 1; trouble that is due at an APDU that does not come never comes
   */
  TroubledReader(VirtualKey key, Optional<CardTrouble> trouble, int when) throws IOException {
    this.key = key;
    this.card = key.insert(CardInterface.CONTACT);
    this.trouble = trouble;
    this.when = when;
  }

  /** How many APDUs there were. */
  int count() {
    return count;
  }

  @Override
  public byte[] sendAndReceive(byte[] apdu) throws TransportException {
    count++;
    return count == when && trouble.isPresent() ? spoilt(apdu, trouble.get()) : transmit(apdu);
  }

  private byte[] spoilt(byte[] apdu, CardTrouble what) throws TransportException {
    return switch (what) {
      case TAKEN_OFF_BEFORE -> {
        key.unplug();
        yield transmit(apdu);
      }
      case TAKEN_OFF_AFTER -> {
        var _ = transmit(apdu);
        key.unplug();
        throw new DeviceGone("It is gone.", error(PcscCode.SCARD_W_REMOVED_CARD));
      }
      case SILENT -> throw new DeviceTimedOut("The reader Test does not answer.");
      case RESET_BY_ANOTHER ->
          throw new DeviceGone("It was reset.", error(PcscCode.SCARD_W_RESET_CARD));
      case SHARING_VIOLATION ->
          throw new DeviceBusy("It is in use.", error(PcscCode.SCARD_E_SHARING_VIOLATION));
      case HALF_A_STATUS_WORD -> throw new PacketGarbled("The card sent half a status word.");
      case GARBAGE -> garbage(transmit(apdu));
      case WRONG_LENGTH -> new byte[] {0x67, 0x00};
      case SECURITY_STATUS -> new byte[] {0x69, (byte) 0x82};
      case NO_SUCH_INSTRUCTION -> new byte[] {0x6D, 0x00};
      case EXECUTION_ERROR -> new byte[] {0x6F, 0x00};
    };
  }

  private static byte[] garbage(byte[] reply) {
    Arrays.fill(reply, 0, reply.length - 2, (byte) 0xff);
    return reply;
  }

  private static WireError error(PcscCode code) {
    return new WireError.Pcsc(code.value());
  }

  private byte[] transmit(byte[] apdu) throws DeviceGone {
    try {
      return card.transmit(apdu);
    } catch (IOException e) {
      throw new DeviceGone("The key was taken off the reader Test.");
    }
  }

  @Override
  public Transport getTransport() {
    return Transport.USB;
  }

  @Override
  public boolean isExtendedLengthApduSupported() {
    return true;
  }

  @Override
  public byte[] getAtr() {
    return card.atr();
  }

  @Override
  public void close() {
    card.close();
  }
}
