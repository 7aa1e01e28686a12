package dev.touchstone.key.transport.card;

import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import javax.smartcardio.CardTerminal;

/** A key in a reader. A card does not say what it is called. */
record CardKey(String id, CardTerminal terminal, Inserted inserted) implements KeyDevice {

  @Override
  public String name() {
    return "Security key";
  }

  @Override
  public Transport transport() {
    return Transport.SMART_CARD;
  }

  /** The reader's name. */
  @Override
  public String path() {
    return terminal.getName();
  }

  /** Cards of a kind answer alike to reset; what is contactless often answers like all others. */
  @Override
  public String likeness() {
    return "card " + inserted.atr();
  }

  @Override
  public String plugIn() {
    return path() + " " + inserted.count();
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
  public SmartCardConnection connect() throws TransportException {
    return CardConnection.open(terminal);
  }
}
