package dev.touchstone.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class TouchChoiceTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  private final TouchChoice choice = new TouchChoice(new KeyRing(List.of()));
  private final List<VirtualKey> keys = new ArrayList<>();

  /** A key whose touch the test gives. */
  private final class Blinking implements TouchSensor {
    private final BlockingQueue<TouchPrompt> prompts = new LinkedBlockingQueue<>();
    private final KeyDevice device;

    Blinking(KeyModel model) throws Exception {
      device = new PluggedIn(key(model, this));
    }

    @Override
    public void blink(TouchPrompt prompt) {
      prompts.add(prompt);
    }

    TouchPrompt awaitBlinking() throws InterruptedException {
      TouchPrompt prompt = prompts.poll(30, TimeUnit.SECONDS);
      assertThat(prompt).isNotNull();
      return prompt;
    }
  }

  private VirtualKey key(KeyModel model, TouchSensor touch) throws Exception {
    VirtualKey key =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful().with(touch));
    keys.add(key);
    return key;
  }

  @AfterEach
  void putThemAway() throws Exception {
    for (VirtualKey key : keys) {
      key.close();
    }
  }

  static List<KeyModel> models() {
    return KeyModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void theTouchedOneIsTakenAndTheOthersGoDark(KeyModel model) throws Exception {
    Blinking meant = new Blinking(model);
    Blinking other = new Blinking(KeyModels.TOUCHSTONE);
    Blinking old = new Blinking(KeyModels.U2F_ONLY);
    CountDownLatch darkness = new CountDownLatch(1);
    CountDownLatch blinking = new CountDownLatch(3);
    Thread person =
        Thread.ofPlatform()
            .start(() -> {
              try {
                blinking.await();
                other.awaitBlinking().onEnd(outcome -> darkness.countDown());
                meant.awaitBlinking().touch();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    KeyDevice taken =
        choice.await(
            List.of(other.device, meant.device, old.device),
            LONG,
            new Cancellation(),
            key -> blinking.countDown());

    assertThat(taken).isEqualTo(meant.device);
    person.join();
    assertThat(darkness.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aKeyThatOnlyLiesOnAReaderDoesNotWinOverOneThatWaits() throws Exception {
    Blinking waiting = new Blinking(KeyModels.TOUCHSTONE);
    VirtualKey lying = key(KeyModels.TOUCHSTONE, TouchSensor.automatic());
    KeyDevice onReader = CardInReader.holding(lying, CardInterface.CONTACTLESS);

    KeyDevice taken =
        choice.await(
            List.of(onReader, waiting.device),
            LONG,
            new Cancellation(),
            key -> {
              try {
                waiting.awaitBlinking().touch();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(taken).isEqualTo(waiting.device);
    assertThat(choice.await(List.of(onReader), LONG, new Cancellation(), key -> {}))
        .isEqualTo(onReader);
  }

  @Test
  void whoGivesUpLeavesEveryKeyDark() throws Exception {
    Blinking one = new Blinking(KeyModels.TOUCHSTONE);
    Cancellation cancel = new Cancellation();

    assertThatThrownBy(
            () -> choice.await(List.of(one.device), LONG, cancel, key -> cancel.cancel()))
        .isInstanceOf(KeyException.Stopped.class)
        .hasMessage("Cancelled.");
    try (var session = new KeyRing(List.of()).open(one.device)) {
      assertThat(session.info().versions()).isNotEmpty();
    }
  }

  @Test
  void nobodyTouchesInTime() throws Exception {
    Blinking one = new Blinking(KeyModels.TOUCHSTONE);

    assertThatThrownBy(() ->
            choice.await(
                List.of(one.device), Duration.ofMillis(300), new Cancellation(), key -> {}))
        .isInstanceOf(KeyException.Stopped.class)
        .hasMessageContaining("time");
  }

  @Test
  void aKeyThatIsPulledOutDoesNotEndTheChoice() throws Exception {
    Blinking one = new Blinking(KeyModels.TOUCHSTONE);
    Blinking pulled = new Blinking(KeyModels.TOUCHSTONE);

    KeyDevice taken =
        choice.await(
            List.of(pulled.device, one.device),
            LONG,
            new Cancellation(),
            key -> {
              if (key.equals(pulled.device)) {
                keys.get(1).unplug();
              } else {
                touchLater(one);
              }
            });

    assertThat(taken).isEqualTo(one.device);
  }

  @Test
  void withoutAKeyThatCanBeTouchedItSaysWhy() throws Exception {
    Blinking one = new Blinking(KeyModels.TOUCHSTONE);
    keys.getFirst().unplug();

    assertThatThrownBy(() -> choice.await(List.of(one.device), LONG, new Cancellation(), key -> {}))
        .isInstanceOf(KeyException.KeyGone.class);
  }

  private static void touchLater(Blinking key) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            key.awaitBlinking().touch();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
