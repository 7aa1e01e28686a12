package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.ORIGIN;
import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.CtapVersion;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.CardInReader;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole ceremonies with a key in a card reader. */
@SuppressWarnings("NullAway.Init") // set by each test
class CardTest {

  private final ScriptedPerson person = new ScriptedPerson();
  private final Cancellation cancel = new Cancellation();
  private final KeyRing ring = new KeyRing(List.of());
  private VirtualKey key;
  private KeySession session;

  private void open(KeyModel model, CardInterface reader, TouchSensor touch) throws Exception {
    key =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful().with(touch));
    session = ring.open(CardInReader.holding(key, reader));
  }

  @AfterEach
  void putEverythingAway() throws Exception {
    if (session != null) {
      session.close();
    }
    if (key != null) {
      key.close();
    }
    ring.close();
  }

  private Response register(Website website) throws Exception {
    return new Response(
        Website.parse(
            WebAuthnClient.standard().register(website.json(), ORIGIN, session, person, cancel)));
  }

  private Response signIn(Website website) throws Exception {
    return new Response(
        Website.parse(
            WebAuthnClient.standard()
                .authenticate(website.json(), ORIGIN, session, person, cancel)));
  }

  @ParameterizedTest
  @EnumSource(CardInterface.class)
  void aKeyInAReaderGetsAPinRegistersAndSignsIn(CardInterface reader) throws Exception {
    open(KeyModels.TOUCHSTONE, reader, TouchSensor.automatic());
    new SetPin(new Conversation(session, person, cancel)).apply(new Pin("123456".toCharArray()));
    session.close();
    session = ring.open(CardInReader.holding(key, reader));
    person.typing("123456", "123456");

    Response registered = register(registering("ada").userVerification("required"));
    Response signedIn = signIn(signingIn().userVerification("required").allowing(registered.id()));

    assertThat(registered.userVerified()).isTrue();
    assertThat(signedIn.userVerified()).isTrue();
  }

  @Test
  void aKeyOnAnNfcReaderWantsNoTouch() throws Exception {
    open(KeyModels.TOUCHSTONE, CardInterface.CONTACTLESS, prompt -> {});

    register(registering("ada"));

    assertThat(person.touches).isEmpty();
  }

  @Test
  void aKeyInAContactReaderIsTouchedWhenItAsks() throws Exception {
    Finger finger = new Finger();
    open(KeyModels.TOUCHSTONE, CardInterface.CONTACT, finger);
    person.whenTouchIsWanted(finger::touch);

    register(registering("ada"));

    assertThat(person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void aU2fKeyRegistersAndSignsInByCard() throws Exception {
    open(KeyModels.U2F_ONLY, CardInterface.CONTACTLESS, TouchSensor.automatic());
    assertThat(session.info().isU2fOnly()).isTrue();
    assertThat(session.info().transports()).containsExactly("nfc");

    Response registered = register(registering("ada"));

    assertThat(signIn(signingIn().allowing(registered.id()))).isNotNull();
  }

  @Test
  void aCardWithoutU2fSpeaksCtap2() throws Exception {
    open(
        KeyModels.TOUCHSTONE.with(
            model -> model.versions(CtapVersion.FIDO_2_0, CtapVersion.FIDO_2_1)),
        CardInterface.CONTACT,
        TouchSensor.automatic());

    assertThat(session.info().versions()).containsExactly("FIDO_2_0", "FIDO_2_1");
  }

  @Test
  void cancelledWhileTheKeyWaitsForATouchIsStopped() throws Exception {
    open(KeyModels.TOUCHSTONE, CardInterface.CONTACT, prompt -> {});
    person.whenTouchIsWanted(cancel::cancel);

    assertThatThrownBy(() -> register(registering("ada"))).isInstanceOf(Stopped.class);
    assertThat(ring.open(CardInReader.holding(key, CardInterface.CONTACT)).info()).isNotNull();
  }

  @Test
  void takenOffTheReaderWhileItWaitsForATouchIsGone() throws Exception {
    open(KeyModels.TOUCHSTONE, CardInterface.CONTACT, prompt -> {});
    person.whenTouchIsWanted(key::unplug);

    assertThatThrownBy(() -> register(registering("ada"))).isInstanceOf(KeyGone.class);
  }

  @ParameterizedTest
  @CsvSource({
    "6a82, KeyGone",
    "6d00, KeyGone",
    "6982, ReplyGarbled",
    "90, ReplyGarbled",
    "'', ReplyGarbled",
    "6100, ReplyGarbled"
  })
  void aCardThatCannotBeSelectedIsNotOpened(String reply, String kind) {
    assertThatThrownBy(() -> open(_ -> HexFormat.of().parseHex(reply)))
        .isInstanceOf(KeyException.class)
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({"9000", "9100", "6985", "6d00", "019000", "00ff9000", "00a19000", "00", "6100"})
  void aCardThatAnswersMessagesWithNonsenseIsNotOpened(String reply) {
    assertThatThrownBy(() ->
            open(apdu ->
                HexFormat.of().parseHex(apdu[1] == (byte) 0xa4 ? "4649444f5f325f309000" : reply)))
        .isInstanceOfAny(ReplyGarbled.class, KeyException.KeyRefused.class);
  }

  private void open(UnaryOperator<byte[]> answer) throws KeyException {
    session = ring.open(CardInReader.answering(answer));
  }

  /** Touches when the person is told to. */
  private static final class Finger implements TouchSensor {
    private final BlockingQueue<TouchPrompt> wanted = new LinkedBlockingQueue<>();

    @Override
    public void blink(TouchPrompt prompt) {
      wanted.add(prompt);
    }

    void touch() {
      wanted.remove().touch();
    }
  }
}
