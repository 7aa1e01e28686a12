package dev.touchstone.key;

import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.fixture.key.wire.card.VirtualCard;
import dev.touchstone.key.overheard.Overheard;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The virtual key as the client sees it in a card reader. */
public record CardInReader(CardInterface reader, Cards cards) implements KeyDevice {

  /** Powers a card up. */
  public interface Cards {
    SmartCardConnection insert(CardInterface reader) throws IOException;
  }

  /** A reader that holds this key. */
  public static CardInReader holding(VirtualKey key, CardInterface reader) {
    return new CardInReader(
        reader,
        how -> {
          VirtualCard card = key.insert(how);
          return new Connection(
              how,
              apdu -> {
                try {
                  return card.transmit(apdu);
                } catch (IOException e) {
                  throw new Gone(e);
                }
              },
              card::close);
        });
  }

  /** A reader that holds a card which says whatever a test wants. */
  public static CardInReader answering(UnaryOperator<byte[]> answer) {
    return new CardInReader(CardInterface.CONTACT, how -> new Connection(how, answer, () -> {}));
  }

  @Override
  public String id() {
    return "card-1";
  }

  @Override
  public String name() {
    return "Security key";
  }

  @Override
  public Transport transport() {
    return Transport.SMART_CARD;
  }

  @Override
  public String path() {
    return "Test Reader";
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  @Override
  public SmartCardConnection connect() throws IOException {
    return Overheard.apdus(this, cards.insert(reader));
  }

  private static final class Gone extends RuntimeException {
    Gone(IOException cause) {
      super(cause);
    }
  }

  private record Connection(CardInterface reader, UnaryOperator<byte[]> answer, Runnable remove)
      implements SmartCardConnection {

    @Override
    public byte[] sendAndReceive(byte[] apdu) throws TransportException {
      try {
        return answer.apply(apdu);
      } catch (Gone e) {
        throw new DeviceGone("The card is gone.");
      }
    }

    @Override
    public com.yubico.yubikit.core.Transport getTransport() {
      return reader == CardInterface.CONTACTLESS
          ? com.yubico.yubikit.core.Transport.NFC
          : com.yubico.yubikit.core.Transport.USB;
    }

    @Override
    public boolean isExtendedLengthApduSupported() {
      return reader == CardInterface.CONTACT;
    }

    @Override
    public byte[] getAtr() {
      return new byte[0];
    }

    @Override
    public void close() {
      remove.run();
    }
  }
}
