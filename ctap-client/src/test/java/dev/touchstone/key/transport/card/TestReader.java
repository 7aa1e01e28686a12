package dev.touchstone.key.transport.card;

import dev.touchstone.fixture.key.wire.card.VirtualCard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.jspecify.annotations.Nullable;

/**
 * A card reader made of software, as {@code javax.smartcardio} shows one; it says what goes wrong
 * with the names of PC/SC, as the JDK does.
 */
final class TestReader extends CardTerminal {

  final List<String> log = new CopyOnWriteArrayList<>();
  private final String name;
  private final Semaphore exclusive = new Semaphore(1);
  private volatile @Nullable Inserted inserted;
  private volatile @Nullable String trouble;

  TestReader(String name) {
    this.name = name;
  }

  /** Puts a virtual key in. */
  void insert(VirtualCard card) {
    inserted =
        new Inserted(
            card.atr(),
            apdu -> {
              try {
                return card.transmit(apdu);
              } catch (IOException e) {
                throw new Removed(e);
              }
            });
  }

  /** Puts a card in that answers as told. */
  void insert(byte[] atr, UnaryOperator<byte[]> answer) {
    inserted = new Inserted(atr, answer);
  }

  void remove() {
    inserted = null;
  }

  /** From now on everything fails with this name of PC/SC; null: nothing does. */
  void failWith(@Nullable String name) {
    trouble = name;
  }

  /** Another program takes the card for itself. */
  void takeAway() {
    exclusive.acquireUninterruptibly();
  }

  void giveBack() {
    exclusive.release();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isCardPresent() throws CardException {
    checkTrouble();
    return inserted != null;
  }

  @Override
  public Card connect(String protocol) throws CardException {
    log.add("connect");
    checkTrouble();
    Inserted now = inserted;
    if (now == null) {
      throw new CardNotPresentException("no card");
    }
    return new ConnectedCard(now);
  }

  @Override
  public boolean waitForCardPresent(long timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean waitForCardAbsent(long timeout) {
    throw new UnsupportedOperationException();
  }

  private void checkTrouble() throws CardException {
    String now = trouble;
    if (now != null) {
      throw new CardException(new Exception(now));
    }
  }

  private static final class Inserted {
    private final byte[] atr;
    private final UnaryOperator<byte[]> answer;

    Inserted(byte[] atr, UnaryOperator<byte[]> answer) {
      this.atr = atr;
      this.answer = answer;
    }
  }

  private static final class Removed extends RuntimeException {
    Removed(IOException cause) {
      super(cause);
    }
  }

  private final class ConnectedCard extends Card {
    private final Inserted card;
    private long holder;

    ConnectedCard(Inserted card) {
      this.card = card;
    }

    @Override
    public ATR getATR() {
      return new ATR(card.atr);
    }

    @Override
    public String getProtocol() {
      return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
      return new Channel(this);
    }

    @Override
    public CardChannel openLogicalChannel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void beginExclusive() {
      exclusive.acquireUninterruptibly();
      holder = Thread.currentThread().threadId();
      log.add("begin");
    }

    @Override
    public void endExclusive() {
      if (holder != Thread.currentThread().threadId()) {
        throw new IllegalStateException("held by another thread");
      }
      holder = 0;
      exclusive.release();
      log.add("end");
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(boolean reset) {
      log.add(reset ? "disconnect and reset" : "disconnect");
    }

    byte[] transmit(byte[] apdu) throws CardException {
      checkTrouble();
      if (holder != 0 && holder != Thread.currentThread().threadId()) {
        throw new CardException("Exclusive access established by another Thread");
      }
      if (holder == 0 && exclusive.availablePermits() == 0) {
        throw new CardException(new Exception("SCARD_E_SHARING_VIOLATION"));
      }
      if (!card.equals(inserted)) {
        throw new CardException(new Exception("SCARD_W_REMOVED_CARD"));
      }
      try {
        return card.answer.apply(apdu);
      } catch (Removed e) {
        throw new CardException(new Exception("SCARD_W_REMOVED_CARD", e));
      }
    }
  }

  private static final class Channel extends CardChannel {
    private final ConnectedCard card;

    Channel(ConnectedCard card) {
      this.card = card;
    }

    @Override
    public Card getCard() {
      return card;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
      byte[] reply = card.transmit(command.getBytes());
      try {
        return new ResponseAPDU(reply);
      } catch (IllegalArgumentException e) {
        throw new CardException(e);
      }
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      byte[] apdu = new byte[command.remaining()];
      command.get(apdu);
      byte[] reply = card.transmit(apdu);
      response.put(reply);
      return reply.length;
    }

    @Override
    public void close() {
      throw new IllegalStateException("the basic channel stays open");
    }
  }
}
