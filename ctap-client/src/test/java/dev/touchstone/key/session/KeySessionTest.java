package dev.touchstone.key.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.Reset;
import dev.touchstone.key.ctap.Selection;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeySessionTest {

  private final AtomicReference<@Nullable Runnable> touch = new AtomicReference<>();
  private final ScriptedPerson person = new ScriptedPerson();
  private final Cancellation cancel = new Cancellation();
  private VirtualKey key;
  private KeySession session;

  @BeforeEach
  void openAKey() throws Exception {
    SecureRandom random = new SecureRandom();
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(InstantSource.system(), random),
            Surroundings.forgetful().with(prompt -> touch.set(prompt::touch)));
    session = new KeyRing(List.of()).open(new PluggedIn(key));
    person.whenTouchIsWanted(this::touchTheKey);
  }

  @AfterEach
  void closeIt() throws Exception {
    session.close();
    key.close();
  }

  private void touchTheKey() {
    Runnable action = touch.get();
    if (action != null) {
      action.run();
    }
  }

  @Test
  void thePersonTouchesTheKeyThatIsMeant() throws Exception {
    session.send(new Selection(), person, cancel);

    assertThat(person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void resetWorksJustAfterPluggingIn() throws Exception {
    session.send(new Reset(), person, cancel);

    assertThat(person.touches).containsExactly("wanted", "ended");
  }

  @Test
  void commandsThatNeedNoTouchDoNotBotherThePerson() throws Exception {
    assertThat(session.send(new LargeBlobs.Read(0, 100), person, cancel).fragment().length())
        .isEqualTo(17);
    assertThat(person.touches).isEmpty();
  }

  @Test
  void aCommandInTheMiddleOfAnotherIsBusy() throws Exception {
    AtomicReference<@Nullable Throwable> meanwhile = new AtomicReference<>();
    person.whenTouchIsWanted(() -> {
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  session.send(new ClientPin.GetPinRetries(), person, cancel);
                } catch (KeyException e) {
                  meanwhile.set(e);
                }
              });
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      touchTheKey();
    });

    session.send(new Selection(), person, cancel);

    assertThat(meanwhile.get())
        .isInstanceOfSatisfying(
            NotPossible.class,
            e -> assertThat(e.obstacle()).isEqualTo(NotPossible.Obstacle.IN_USE));
  }

  @Test
  void closingStopsACommandThatWaitsForATouch() {
    person.whenTouchIsWanted(() -> {
      var _ = Thread.ofPlatform().start(session::close);
    });

    assertThatThrownBy(() -> session.send(new Selection(), person, cancel))
        .isInstanceOf(KeyGone.class);
  }

  @Test
  void aClosedSessionSaysSo() {
    session.close();

    assertThatThrownBy(() -> session.send(new Selection(), person, cancel))
        .isInstanceOf(KeyGone.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aRefusalKeepsTheStatusOfTheKey() {
    assertThatThrownBy(() -> session.send(new ClientPin.GetUvRetries(), person, cancel))
        .isInstanceOf(KeyRefused.class)
        .extracting(e -> ((KeyRefused) e).status())
        .isNotEqualTo(CtapStatus.UNKNOWN);
  }
}
