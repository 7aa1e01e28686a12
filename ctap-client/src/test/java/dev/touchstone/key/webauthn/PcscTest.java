package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.ORIGIN;
import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.fixture.key.wire.vpcd.VpcdWire;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.Pcscd;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.KeyEvent.Added;
import dev.touchstone.key.transport.KeyEvent.Removed;
import dev.touchstone.key.transport.card.CardDiscovery;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The virtual key in a PC/SC reader, through software that nobody here wrote: pcscd, the driver of
 * vsmartcard, libpcsclite and {@code javax.smartcardio}. Skipped where pcscd cannot be started.
 */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // set by each test
class PcscTest {

  private static final byte[] FIDO = HexFormat.of().parseHex("a0000006472f0001");

  private static @Nullable Pcscd pcscd;

  private final ScriptedPerson person = new ScriptedPerson();
  private final Cancellation cancel = new Cancellation();
  private final KeyRing ring = new KeyRing(List.of(new CardDiscovery()));
  private @Nullable VirtualKey key;
  private @Nullable VpcdWire wire;

  /** One for all: the JDK does not find a second one. */
  @BeforeAll
  static void startTheService(@TempDir Path folder) throws Exception {
    Optional<String> obstacle = Pcscd.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle::orElseThrow);
    pcscd = Pcscd.start(folder);
  }

  @AfterAll
  static void endTheService() throws Exception {
    if (pcscd != null) {
      pcscd.close();
    }
  }

  @AfterEach
  void takeTheCardOut() throws Exception {
    if (wire != null) {
      wire.close();
    }
    if (key != null) {
      key.close();
    }
    ring.close();
    // The service looks every 0.4 s: a card that comes back sooner was never away for it.
    TimeUnit.SECONDS.sleep(1);
  }

  private VirtualKey insert(KeyModel model, CardInterface reader, TouchSensor touch)
      throws Exception {
    VirtualKey made =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful().with(touch));
    key = made;
    wire = VpcdWire.open(made.insert(reader), requireNonNull(pcscd).reader());
    while (!terminal().isCardPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return made;
  }

  private static CardTerminal terminal() throws Exception {
    return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
        .filter(reader -> reader.getName().endsWith(" 00"))
        .findFirst()
        .orElseThrow();
  }

  /** The service takes its time to power a card up. */
  private KeyDevice found() throws InterruptedException {
    List<KeyDevice> keys = ring.list();
    while (keys.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
      keys = ring.list();
    }
    return keys.getFirst();
  }

  @ParameterizedTest
  @EnumSource(CardInterface.class)
  void smartcardioReachesTheAppletByShortAndExtendedApdus(CardInterface reader) throws Exception {
    insert(KeyModels.TOUCHSTONE, reader, TouchSensor.automatic());
    Card card = terminal().connect("T=1");
    CardChannel channel = card.getBasicChannel();

    ResponseAPDU selected = channel.transmit(new CommandAPDU(0, 0xa4, 4, 0, FIDO, 256));
    ResponseAPDU whole = channel.transmit(new CommandAPDU(0x80, 0x10, 0, 0, new byte[] {4}, 65536));
    ResponseAPDU inParts = channel.transmit(new CommandAPDU(0x80, 0x10, 0, 0, new byte[] {4}, 64));
    card.disconnect(true);

    assertThat(selected.getData()).asString().isEqualTo("U2F_V2");
    assertThat(whole.getSW()).isEqualTo(0x9000);
    assertThat(whole.getData()).startsWith(0);
    assertThat(inParts.getSW()).isEqualTo(0x9000);
    // Not the same to the byte: getInfo has members that are encrypted anew each time.
    assertThat(inParts.getData()).as("fetched by GET RESPONSE").hasSameSizeAs(whole.getData());
  }

  @ParameterizedTest
  @EnumSource(CardInterface.class)
  void keyIsListedGetsAPinRegistersAndSignsIn(CardInterface reader) throws Exception {
    insert(KeyModels.TOUCHSTONE, reader, TouchSensor.automatic());
    assertThat(found().path()).startsWith("Virtual PCD");
    try (KeySession session = ring.open(found())) {
      assertThat(session.info().aaguid()).isEqualTo(KeyModels.TOUCHSTONE.aaguid());
      new SetPin(new Conversation(session, person, cancel)).apply(new Pin("123456".toCharArray()));
    }
    person.typing("123456", "123456");
    String id;
    try (KeySession session = ring.open(found())) {
      Response registered =
          new Response(
              Website.parse(
                  WebAuthnClient.standard()
                      .register(
                          registering("ada").userVerification("required").json(),
                          ORIGIN,
                          session,
                          person,
                          cancel)));
      assertThat(registered.userVerified()).isTrue();
      id = registered.id();
    }
    try (KeySession session = ring.open(found())) {
      Response signedIn =
          new Response(
              Website.parse(
                  WebAuthnClient.standard()
                      .authenticate(
                          signingIn().userVerification("required").allowing(id).json(),
                          ORIGIN,
                          session,
                          person,
                          cancel)));
      assertThat(signedIn.userVerified()).isTrue();
    }
  }

  @Test
  void u2fKeyRegistersThroughTheReader() throws Exception {
    insert(KeyModels.U2F_ONLY, CardInterface.CONTACTLESS, TouchSensor.automatic());
    try (KeySession session = ring.open(found())) {
      assertThat(session.info().isU2fOnly()).isTrue();
      assertThat(
              WebAuthnClient.standard()
                  .register(registering("ada").json(), ORIGIN, session, person, cancel))
          .isNotEmpty();
    }
  }

  @Test
  void keyTakenOutWhileItWaitsForATouchIsGone() throws Exception {
    VirtualKey untouched = insert(KeyModels.TOUCHSTONE, CardInterface.CONTACT, prompt -> {});
    person.whenTouchIsWanted(untouched::unplug);
    try (KeySession session = ring.open(found())) {
      assertThatThrownBy(() ->
              WebAuthnClient.standard()
                  .register(registering("ada").json(), ORIGIN, session, person, cancel))
          .isInstanceOf(KeyGone.class);
    }
  }

  @Test
  void keyThatIsOpenIsBusyForTheNextAndForOtherPrograms() throws Exception {
    insert(KeyModels.TOUCHSTONE, CardInterface.CONTACT, TouchSensor.automatic());
    KeyDevice device = found();
    try (KeySession session = ring.open(device)) {
      assertThatThrownBy(() -> ring.open(device)).isInstanceOf(NotPossible.class);
      assertThat(session.info()).isNotNull();
    }
    ring.open(device).close();
  }

  @Test
  void watchTellsWhatComesAndGoes() throws Exception {
    BlockingQueue<KeyEvent> told = new LinkedBlockingQueue<>();
    try (var _ = ring.watch(told::add)) {
      VirtualKey inserted =
          insert(KeyModels.TOUCHSTONE, CardInterface.CONTACTLESS, TouchSensor.automatic());
      assertThat(awaited(told, Added.class)).isNotNull();
      inserted.unplug();
      assertThat(awaited(told, Removed.class)).isNotNull();
      inserted.plugIn();
      assertThat(awaited(told, Added.class)).as("put in again").isNotNull();
    }
  }

  @Test
  void emptyReaderIsSaidToBeEmpty() {
    assertThat(ring.list()).isEmpty();
    assertThat(ring.hints())
        .anySatisfy(
            hint -> assertThat(hint.happened()).matches("The reader Virtual PCD.* is empty\\."));
  }

  private static KeyEvent awaited(BlockingQueue<KeyEvent> told, Class<? extends KeyEvent> kind)
      throws InterruptedException {
    KeyEvent event = told.poll(60, TimeUnit.SECONDS);
    while (event != null && !kind.isInstance(event)) {
      event = told.poll(60, TimeUnit.SECONDS);
    }
    if (event == null) {
      throw new AssertionError("never told: " + Arrays.asList(kind));
    }
    return event;
  }
}
