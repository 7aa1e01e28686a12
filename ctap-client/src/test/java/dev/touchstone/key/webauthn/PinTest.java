package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

  private Desk desk;

  @BeforeEach
  void putAKeyWithAPinOnTheDesk() throws Exception {
    desk = Desk.with(KeyModels.TOUCHSTONE).withPin();
  }

  @AfterEach
  void clearTheDesk() throws Exception {
    desk.close();
  }

  private static Website verified(String user) {
    return registering(user).userVerification("required");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theRightPinVerifiesThePersonUnderEitherProtocol(int protocol) throws Exception {
    desk.close();
    desk =
        Desk.with(
                KeyModels.TOUCHSTONE.with(
                    model -> model.pin(pin -> pin.withProtocols(List.of(protocol)))))
            .withPin();
    desk.person.typing(Desk.PIN, Desk.PIN);

    Response registered = new Response(desk.register(verified("ada")));
    Response response =
        new Response(
            desk.signIn(signingIn().userVerification("required").allowing(registered.id())));

    assertThat(registered.userVerified()).isTrue();
    assertThat(response.userVerified()).isTrue();
  }

  @Test
  void thePersonIsToldWhyAndHowManyTriesAreLeft() throws Exception {
    desk.person.typing(Desk.PIN);

    desk.register(verified("ada"));

    PinRequest request = desk.person.asked.getFirst();
    assertThat(request.reason()).contains("example.com").endsWith(".");
    assertThat(request.lastMistake()).isEmpty();
    assertThat(request.triesLeft()).hasValue(8);
    assertThat(request.minimumLength()).isEqualTo(4);
  }

  @Test
  void aWrongPinIsAskedForAgainWithTheMistakeAndOneTryLess() throws Exception {
    desk.person.typing("999999", Desk.PIN);

    Response response = new Response(desk.register(verified("ada")));

    assertThat(response.userVerified()).isTrue();
    assertThat(desk.person.asked)
        .extracting(PinRequest::lastMistake, PinRequest::triesLeft)
        .containsExactly(
            tuple(Optional.empty(), Optional.of(8)),
            tuple(Optional.of(Kind.WRONG), Optional.of(7)));
  }

  @Test
  void whoDeclinesAfterAWrongPinIsToldOfItAndOfTheTriesLeft() {
    desk.person.typing("999999");

    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(PinRefused.class)
        .hasMessage("The PIN is wrong. 7 tries are left.")
        .satisfies(e -> {
          assertThat(((PinRefused) e).kind()).isEqualTo(Kind.WRONG);
          assertThat(((PinRefused) e).triesLeft()).isEqualTo(OptionalInt.of(7));
        });
  }

  @Test
  void thirdWrongPinAsksForReplug() throws Exception {
    desk.person.typing("999999", "888888", "777777", Desk.PIN);

    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(PinRefused.class)
        .extracting(e -> ((PinRefused) e).kind(), e -> ((PinRefused) e).triesLeft())
        .containsExactly(Kind.REPLUG_NEEDED, OptionalInt.of(5));
    assertThat(desk.person.asked).hasSize(3);
  }

  @Test
  void beforeTheReplugNobodyIsAskedToTypeInVain() throws Exception {
    desk.person.typing("999999", "888888", "777777");
    assertThatThrownBy(() -> desk.register(verified("ada"))).isInstanceOf(PinRefused.class);

    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(PinRefused.class)
        .extracting(e -> ((PinRefused) e).kind())
        .isEqualTo(Kind.REPLUG_NEEDED);
    assertThat(desk.person.asked).hasSize(3);
  }

  @Test
  void afterTheReplugTheRightPinWorksAgain() throws Exception {
    desk.person.typing("999999", "888888", "777777");
    assertThatThrownBy(() -> desk.register(verified("ada"))).isInstanceOf(PinRefused.class);
    desk.replug();
    desk.person.typing(Desk.PIN);

    assertThat(new Response(desk.register(verified("ada"))).userVerified()).isTrue();
  }

  @Test
  void theEighthWrongPinBlocksTheKey() throws Exception {
    for (int round = 0; round < 2; round++) {
      desk.person.typing("999999", "888888", "777777");
      assertThatThrownBy(() -> desk.register(verified("ada"))).isInstanceOf(PinRefused.class);
      desk.replug();
    }
    desk.person.typing("999999", "888888", "777777");

    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(PinRefused.class)
        .extracting(e -> ((PinRefused) e).kind(), e -> ((PinRefused) e).triesLeft())
        .containsExactly(Kind.BLOCKED, OptionalInt.of(0));
    desk.replug();
    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(PinRefused.class)
        .extracting(e -> ((PinRefused) e).kind())
        .isEqualTo(Kind.BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({"123, TOO_SHORT", "'', TOO_SHORT", "😀😀😀, TOO_SHORT"})
  void aPinThatIsTooShortCostsNoTry(String pin, Kind mistake) throws Exception {
    desk.person.typing(pin, Desk.PIN);

    desk.register(verified("ada"));

    assertThat(desk.person.asked.get(1).lastMistake()).hasValue(mistake);
    assertThat(desk.person.asked.get(1).triesLeft()).hasValue(8);
  }

  @Test
  void aPinThatIsTooLongCostsNoTry() throws Exception {
    desk.person.typing("x".repeat(64), Desk.PIN);

    desk.register(verified("ada"));

    assertThat(desk.person.asked.get(1).lastMistake()).hasValue(Kind.TOO_LONG);
    assertThat(desk.person.asked.get(1).triesLeft()).hasValue(8);
  }

  @Test
  void whoDeclinesAtOnceHasCancelled() {
    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(Stopped.class)
        .extracting(e -> ((Stopped) e).why())
        .isEqualTo(Stopped.Why.CANCELLED);
  }

  @Test
  void everyPinIsWipedWhateverBecameOfIt() throws Exception {
    desk.person.typing("999999", "12", Desk.PIN);
    desk.register(verified("ada"));

    assertThat(desk.person.typed).hasSize(3).allMatch(Pin::isDestroyed);
  }

  @Test
  void aPinIsWipedWhenTheKeyIsPulledOutMeanwhile() {
    desk.key.unplug();
    desk.person.typing(Desk.PIN);

    assertThatThrownBy(() -> desk.register(verified("ada"))).isInstanceOf(Exception.class);

    assertThat(desk.person.typed).allMatch(Pin::isDestroyed);
  }

  @Test
  void noPinIsAskedForWhereNobodyWantsVerification() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();

    Response response = new Response(desk.signIn(signingIn().allowing(id)));

    assertThat(desk.person.asked).isEmpty();
    assertThat(response.userVerified()).isFalse();
  }

  @Test
  void aDiscoverableCredentialTakesThePinOfAKeyThatHasOne() throws Exception {
    desk.person.typing(Desk.PIN);

    desk.register(registering("ada").residentKey("required"));

    assertThat(desk.person.asked).hasSize(1);
  }

  @Test
  void preferredVerificationTakesThePinOfAKeyThatHasOne() throws Exception {
    desk.person.typing(Desk.PIN);

    assertThat(
            new Response(desk.register(registering("ada").userVerification("preferred")))
                .userVerified())
        .isTrue();
  }

  @Test
  void preferredVerificationIsDroppedWhereTheKeyHasNoPin() throws Exception {
    desk.close();
    desk = Desk.with(KeyModels.TOUCHSTONE);

    assertThat(
            new Response(desk.register(registering("ada").userVerification("preferred")))
                .userVerified())
        .isFalse();
  }

  @Test
  void requiredVerificationNeedsAKeyWithAPin() throws Exception {
    desk.close();
    desk = Desk.with(KeyModels.TOUCHSTONE);

    assertThatThrownBy(() -> desk.register(verified("ada")))
        .isInstanceOf(KeyUnsuitable.class)
        .hasMessageContaining("no PIN yet")
        .extracting(
            e -> ((WebAuthnException) e).domExceptionName(), e -> ((KeyUnsuitable) e).remedy())
        .containsExactly("ConstraintError", KeyUnsuitable.Remedy.SET_PIN);
  }

  @Test
  void aLongExcludeListIsSearchedUnderThePinToo() throws Exception {
    desk.person.typing(Desk.PIN, Desk.PIN);
    String id =
        new Response(
                desk.register(
                    verified("ada")
                        .extensions(
                            "{\"credentialProtectionPolicy\":\"userVerificationRequired\"}")))
            .id();
    String[] many = new String[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = i == 37 ? id : Website.base64Url("of another key, number " + i);
    }

    assertThatThrownBy(() -> desk.register(verified("ada").excluding(many)))
        .isInstanceOf(WebAuthnException.CredentialExcluded.class);
  }
}
