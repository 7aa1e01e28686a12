package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchPrompt.Outcome;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that nobody touches, and what may happen to it meanwhile. */
class StoppingTest {

  private final AtomicReference<@Nullable TouchPrompt> blinking = new AtomicReference<>();
  private Desk desk;

  @BeforeEach
  void putAKeyOnTheDesk() throws Exception {
    desk = Desk.with(KeyModels.TOUCHSTONE, blinking::set);
  }

  @AfterEach
  void clearTheDesk() throws Exception {
    desk.close();
  }

  private void useU2f() throws Exception {
    desk.close();
    desk = Desk.with(KeyModels.U2F_ONLY, blinking::set);
  }

  private TouchPrompt prompt() {
    return Objects.requireNonNull(blinking.get());
  }

  private Outcome outcome() throws Exception {
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    prompt().onEnd(end::complete);
    return end.get(10, TimeUnit.SECONDS);
  }

  @Test
  void thePersonIsToldWhenTheKeyAsksForTheTouchAndWhenItIsOver() throws Exception {
    desk.person.whenTouchIsWanted(() -> prompt().touch());

    desk.register(registering("ada"));

    assertThat(desk.person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void cancellingEndsTheWaitOnTheKeyItself() throws Exception {
    desk.person.whenTouchIsWanted(desk.cancel::cancel);

    assertThatThrownBy(() -> desk.register(registering("ada")))
        .isInstanceOf(Stopped.class)
        .extracting(e -> ((Stopped) e).why())
        .isEqualTo(Stopped.Why.CANCELLED);
    assertThat(outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(desk.person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void afterCancellingTheSessionCanBeUsedAgain() throws Exception {
    desk.person.whenTouchIsWanted(desk.cancel::cancel);
    assertThatThrownBy(() -> desk.register(registering("ada"))).isInstanceOf(Stopped.class);
    desk.person.whenTouchIsWanted(() -> prompt().touch());

    String response =
        WebAuthnClient.standard()
            .register(
                registering("ada").json(),
                Website.ORIGIN,
                desk.session(),
                desk.person,
                new Cancellation());

    assertThat(response).contains("attestationObject");
  }

  @Test
  void whatWasCancelledBeforeItBeganDoesNotReachTheKey() {
    desk.cancel.cancel();

    assertThatThrownBy(() -> desk.register(registering("ada"))).isInstanceOf(Stopped.class);
    assertThat(blinking.get()).isNull();
  }

  @Test
  void theTimeoutOfTheOptionsEndsTheWaitOnTheKeyItself() throws Exception {
    AtomicReference<@Nullable Runnable> alarm = new AtomicReference<>();
    AtomicReference<@Nullable Duration> set = new AtomicReference<>();
    desk.withAlarm((delay, action) -> {
      set.set(delay);
      alarm.set(action);
      return () -> {};
    });
    desk.person.whenTouchIsWanted(() -> Objects.requireNonNull(alarm.get()).run());

    assertThatThrownBy(() -> desk.register(registering("ada").with("timeout", "90000")))
        .isInstanceOf(Stopped.class)
        .extracting(e -> ((Stopped) e).why())
        .isEqualTo(Stopped.Why.TIMED_OUT);
    assertThat(set.get()).isEqualTo(Duration.ofSeconds(90));
    assertThat(outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void theAlarmIsSwitchedOffWhenTheCeremonyIsOver() throws Exception {
    AtomicReference<String> state = new AtomicReference<>("never set");
    desk.withAlarm((delay, action) -> {
      state.set("set");
      return () -> state.set("off");
    });
    desk.person.whenTouchIsWanted(() -> prompt().touch());

    desk.register(registering("ada"));

    assertThat(state.get()).isEqualTo("off");
  }

  @Test
  void aKeyThatIsPulledOutWhileItBlinksIsGone() {
    desk.person.whenTouchIsWanted(desk.key::unplug);

    assertThatThrownBy(() -> desk.register(registering("ada"))).isInstanceOf(KeyGone.class);
    assertThat(desk.person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void aKeyThatWasPulledOutBeforeIsGone() {
    desk.key.unplug();

    assertThatThrownBy(() -> desk.register(registering("ada"))).isInstanceOf(KeyGone.class);
  }

  @Test
  void aKeyThatIsPulledOutBeforeSomebodyTypedThePinIsGone() throws Exception {
    desk.person.whenTouchIsWanted(() -> prompt().touch());
    desk.close();
    desk = Desk.with(KeyModels.TOUCHSTONE).withPin();
    desk.key.unplug();
    desk.person.typing(Desk.PIN);

    assertThatThrownBy(() -> desk.register(registering("ada").userVerification("required")))
        .isInstanceOf(KeyGone.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aU2fKeyStopsToo(boolean signingIn) throws Exception {
    useU2f();
    desk.person.whenTouchIsWanted(() -> prompt().touch());
    String id = new Response(desk.register(registering("ada"))).id();
    desk.person.touches.clear();
    desk.person.whenTouchIsWanted(desk.cancel::cancel);

    assertThatThrownBy(
            () -> {
              var _ =
                  signingIn
                      ? desk.signIn(signingIn().allowing(id))
                      : desk.register(registering("ada"));
            })
        .isInstanceOf(Stopped.class);
    assertThat(desk.person.touches).isEqualTo(List.of("wanted", "ended"));
  }
}
