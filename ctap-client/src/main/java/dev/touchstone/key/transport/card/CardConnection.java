package dev.touchstone.key.transport.card;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** APDUs to the card in a reader, which no other program reaches meanwhile. */
final class CardConnection implements SmartCardConnection {

  private static final Logger log = LoggerFactory.getLogger(CardConnection.class);

  /** How long another program may keep us waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int SHORTEST = 4;
  private static final int LONGEST_REPLY = 0x10000 + 2;

  private final String reader;
  private final CardThread thread;
  private final Card card;
  private volatile boolean closed;

  private CardConnection(String reader, CardThread thread, Card card) {
    this.reader = reader;
    this.thread = thread;
    this.card = card;
  }

  /**
   * Connects, and keeps other programs from the card until closed.
   *
   * @throws TransportException.DeviceBusy if another program, or this one, uses the card
   * @throws DeviceGone if there is none
   */
  static CardConnection open(CardTerminal terminal) throws TransportException {
    String reader = terminal.getName();
    if (!InUse.take(terminal)) {
      throw CardErrors.busy(reader);
    }
    AtomicReference<@Nullable Card> held = new AtomicReference<>();
    CardThread thread = new CardThread(reader, () -> release(terminal, held.get()));
    try {
      Card card =
          thread
              .run(() -> begin(terminal, held), PATIENCE)
              .orElseThrow(() -> CardErrors.busy(reader));
      return new CardConnection(reader, thread, card);
    } catch (TransportException e) {
      thread.close();
      throw e;
    }
  }

  private static Card begin(CardTerminal terminal, AtomicReference<@Nullable Card> held)
      throws CardException {
    Card card = terminal.connect("*");
    held.set(card);
    card.beginExclusive();
    return card;
  }

  private static void release(CardTerminal terminal, @Nullable Card card) {
    try {
      if (card != null) {
        end(card);
      }
    } catch (CardException | IllegalStateException e) {
      log.debug("The card in {} was not released in order: {}", terminal.getName(), e.getMessage());
    } finally {
      InUse.giveBack(terminal);
    }
  }

  private static void end(Card card) throws CardException {
    try {
      card.endExclusive();
    } finally {
      // A reset, so that what this session was permitted ends with it.
      card.disconnect(true);
    }
  }

  @Override
  public byte[] sendAndReceive(byte[] apdu) throws TransportException {
    if (closed) {
      throw new DeviceGone("The connection to the key was closed.", Symptom.CLOSED);
    }
    if (apdu.length < SHORTEST) {
      throw new IllegalArgumentException("an APDU has at least 4 bytes, not " + apdu.length);
    }
    byte[] reply = thread.run(() -> transmit(apdu));
    if (reply.length == 0) {
      // So it is told when the card goes away in the middle, if it is told at all.
      throw CardErrors.gone(reader);
    }
    if (reply.length == 1) {
      throw new PacketGarbled("The card in the reader " + reader + " sent half a status word.");
    }
    return reply;
  }

  private byte[] transmit(byte[] apdu) throws CardException {
    ByteBuffer response = ByteBuffer.allocate(LONGEST_REPLY);
    int length = card.getBasicChannel().transmit(ByteBuffer.wrap(apdu.clone()), response);
    return Arrays.copyOf(response.array(), length);
  }

  @Override
  public Transport getTransport() {
    return isContactless(getAtr()) ? Transport.NFC : Transport.USB;
  }

  /**
   * Contactless readers often garble what does not fit into their frames, and T=0 has no such
   * thing; short APDUs every key has to take (CTAP 2.3 §11.3.5).
   */
  @Override
  public boolean isExtendedLengthApduSupported() {
    return getTransport() == Transport.USB && card.getProtocol().equals("T=1");
  }

  @Override
  public byte[] getAtr() {
    return card.getATR().getBytes();
  }

  /** Readers make up an ATR for a contactless card, by PC/SC part 3 §3.1.3.2.3: 3B 8n 80 01. */
  static boolean isContactless(byte[] atr) {
    return atr.length >= 4
        && atr[0] == 0x3b
        && (atr[1] & 0xf0) == 0x80
        && (atr[2] & 0xff) == 0x80
        && atr[3] == 0x01;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      thread.close();
    }
  }
}
