package dev.touchstone.key.transport.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.KeyEvent.Added;
import dev.touchstone.key.transport.KeyEvent.ListComplete;
import dev.touchstone.key.transport.KeyEvent.Removed;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.AccessDenied;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CardDiscoveryTest {

  private static final byte[] SELECT = {
    0, (byte) 0xa4, 4, 0, 8, (byte) 0xa0, 0, 0, 6, 0x47, 0x2f, 0, 1, 0
  };
  private static final byte[] CONTACT_ATR = {0x3b, (byte) 0x80, 0x01, (byte) 0x81};

  private final TestReader left = new TestReader("Left Reader");
  private final TestReader right = new TestReader("Right Reader");
  private final CardDiscovery discovery = new CardDiscovery(() -> Readers.of(List.of(left, right)));
  private VirtualKey key;

  @BeforeEach
  void makeAKey() throws Exception {
    SecureRandom random = new SecureRandom();
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(InstantSource.system(), random),
            Surroundings.forgetful());
  }

  @AfterEach
  void putEverythingAway() throws Exception {
    discovery.close();
    key.close();
  }

  @Test
  void findsTheKeyInAReader() throws Exception {
    right.insert(key.insert(CardInterface.CONTACTLESS));

    KeyDevice found = discovery.list().getFirst();

    assertThat(found.id()).isEqualTo("card-1");
    assertThat(found.path()).isEqualTo("Right Reader");
    assertThat(found.transport()).isEqualTo(dev.touchstone.key.transport.Transport.SMART_CARD);
    assertThat(discovery.hints())
        .extracting(Hint::happened)
        .containsExactly("The reader Left Reader is empty.");
  }

  @Test
  void findsTwoKeysInTwoReaders() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    right.insert(key.insert(CardInterface.CONTACT));

    assertThat(discovery.list()).extracting(KeyDevice::id).containsExactly("card-1", "card-2");
    left.remove();
    assertThat(discovery.list()).extracting(KeyDevice::id).containsExactly("card-2");
  }

  @Test
  void otherCardIsAskedOnceAndThenLeftAlone() {
    left.insert(CONTACT_ATR, apdu -> new byte[] {0x6a, (byte) 0x82});

    assertThat(discovery.list()).isEmpty();
    assertThat(discovery.list()).isEmpty();
    assertThat(left.log).containsExactly("connect", "disconnect");
    assertThat(discovery.hints())
        .extracting(Hint::happened)
        .contains("The card in the reader Left Reader is no security key.");
  }

  @Test
  void cardThatAnswersGarbageIsNoKey() {
    left.insert(CONTACT_ATR, apdu -> new byte[] {1});

    assertThat(discovery.list()).isEmpty();
    assertThat(discovery.hints())
        .extracting(Hint::happened)
        .contains("The card in the reader Left Reader does not answer as it should.");
  }

  @Test
  void cardThatAnotherProgramHoldsIsAskedAgainLater() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    left.takeAway();

    assertThat(discovery.list()).isEmpty();
    assertThat(discovery.hints().getFirst().happened()).contains("is in use");
    left.giveBack();
    assertThat(discovery.list()).hasSize(1);
  }

  @Test
  void readerThatBreaksDownHasNoKey() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    left.failWith("SCARD_E_READER_UNAVAILABLE");

    assertThat(discovery.list()).isEmpty();
  }

  @Test
  void openKeyStaysInTheListAndIsNotDisturbed() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    KeyDevice found = discovery.list().getFirst();
    try (var _ = found.connect()) {
      left.log.clear();

      assertThat(discovery.list()).containsExactly(found);
      assertThat(left.log).isEmpty();
    }
  }

  @Test
  void watchTellsWhatIsLaidOnTheReaderAndTakenAway() throws Exception {
    BlockingQueue<KeyEvent> told = new LinkedBlockingQueue<>();
    try (var _ = discovery.watch(told::add)) {
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new ListComplete());
      left.insert(key.insert(CardInterface.CONTACTLESS));
      assertThat(told.poll(20, TimeUnit.SECONDS)).isInstanceOf(Added.class);
      left.remove();
      assertThat(told.poll(20, TimeUnit.SECONDS)).isInstanceOf(Removed.class);
    }
  }

  @Test
  void withoutPcscServiceTheListIsEmptyAndSaysWhatToDo(@TempDir Path nothing) {
    PcscService service = new PcscService(List.of(nothing.resolve("pcscd.comm")));
    try (CardDiscovery none = new CardDiscovery(service::readers)) {
      assertThat(none.list()).isEmpty();
      assertThat(none.hints())
          .singleElement()
          .satisfies(hint -> {
            assertThat(hint.happened()).contains("pcscd");
            assertThat(hint.next()).contains("sudo apt install pcscd");
          });
    }
  }

  @Test
  void extendedApdusGoToContactCardsOnly() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    right.insert(key.insert(CardInterface.CONTACTLESS));
    try (CardConnection contact = CardConnection.open(left);
        CardConnection contactless = CardConnection.open(right)) {
      assertThat(contact.getTransport()).isEqualTo(Transport.USB);
      assertThat(contact.isExtendedLengthApduSupported()).isTrue();
      assertThat(contactless.getTransport()).isEqualTo(Transport.NFC);
      assertThat(contactless.isExtendedLengthApduSupported()).isFalse();
    }
  }

  @Test
  void connectionKeepsOthersOutAndResetsTheCardWhenItEnds() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    CardConnection connection = CardConnection.open(left);
    connection.sendAndReceive(SELECT);
    connection.close();
    connection.close();

    assertThat(left.log).containsExactly("connect", "begin", "end", "disconnect and reset");
    assertThatThrownBy(() -> connection.sendAndReceive(SELECT)).isInstanceOf(DeviceGone.class);
    CardConnection.open(left).close();
  }

  @Test
  void readerThatThisProgramHasOpenIsBusy() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    try (CardConnection _ = CardConnection.open(left)) {
      assertThatThrownBy(() -> CardConnection.open(left))
          .isInstanceOf(DeviceBusy.class)
          .hasMessageContaining("Left Reader");
    }
  }

  @Test
  void readerThatAnotherProgramHoldsIsBusyAndFreeAgainLater() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    left.takeAway();
    assertThatThrownBy(() -> CardConnection.open(left)).isInstanceOf(DeviceBusy.class);
    left.giveBack();

    try (SmartCardConnection connection = openWhenReleased()) {
      assertThat(connection.sendAndReceive(SELECT)).endsWith((byte) 0x90, (byte) 0);
    }
  }

  /** What came too late is given back on a thread that nobody waits for. */
  private SmartCardConnection openWhenReleased() throws Exception {
    while (true) {
      try {
        return CardConnection.open(left);
      } catch (DeviceBusy e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void emptyReaderHasNoKeyToOpen() {
    assertThatThrownBy(() -> CardConnection.open(left))
        .isInstanceOf(DeviceGone.class)
        .hasMessage("The key was taken off the reader Left Reader.");
    assertThat(InUse.has(left)).isFalse();
  }

  @Test
  void keyThatIsTakenOffInTheMiddleIsGone() throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    try (CardConnection connection = CardConnection.open(left)) {
      key.unplug();

      assertThatThrownBy(() -> connection.sendAndReceive(SELECT)).isInstanceOf(DeviceGone.class);
    }
  }

  @Test
  void cardThatAnswersNothingIsGone() throws Exception {
    left.insert(CONTACT_ATR, apdu -> new byte[0]);
    try (CardConnection connection = CardConnection.open(left)) {
      assertThatThrownBy(() -> connection.sendAndReceive(SELECT)).isInstanceOf(DeviceGone.class);
    }
  }

  @Test
  void cardThatAnswersHalfAStatusWordIsGarbled() throws Exception {
    left.insert(CONTACT_ATR, apdu -> new byte[] {(byte) 0x90});
    try (CardConnection connection = CardConnection.open(left)) {
      assertThatThrownBy(() -> connection.sendAndReceive(SELECT)).isInstanceOf(PacketGarbled.class);
    }
  }

  static Stream<Arguments> namesOfPcsc() {
    return Stream.of(
        Arguments.of("SCARD_W_REMOVED_CARD", DeviceGone.class),
        Arguments.of("SCARD_W_RESET_CARD", DeviceGone.class),
        Arguments.of("SCARD_E_READER_UNAVAILABLE", DeviceGone.class),
        Arguments.of("SCARD_E_NO_SERVICE", DeviceGone.class),
        Arguments.of("SCARD_E_NOT_TRANSACTED", DeviceGone.class),
        Arguments.of("SCARD_E_SHARING_VIOLATION", DeviceBusy.class),
        Arguments.of("SCARD_W_UNRESPONSIVE_CARD", DeviceTimedOut.class),
        Arguments.of("Unknown error 0x8010006a", AccessDenied.class),
        Arguments.of("SCARD_W_INSERTED_CARD", AccessDenied.class),
        Arguments.of("SCARD_F_UNKNOWN_ERROR", PacketGarbled.class),
        Arguments.of("Unknown error 0x12345678", PacketGarbled.class));
  }

  @ParameterizedTest
  @MethodSource("namesOfPcsc")
  void eachErrorOfPcscIsSaidInItsWay(String name, Class<? extends TransportException> said)
      throws Exception {
    left.insert(key.insert(CardInterface.CONTACT));
    try (CardConnection connection = CardConnection.open(left)) {
      left.failWith(name);

      assertThatThrownBy(() -> connection.sendAndReceive(SELECT))
          .isInstanceOf(said)
          .message()
          .endsWith(".");
      left.failWith(null);
    }
  }
}
