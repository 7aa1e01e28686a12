package dev.touchstone.key.manage.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.manage.reset.ResetPreview.Impossible;
import dev.touchstone.key.manage.reset.ResetPreview.Loss;
import dev.touchstone.key.manage.reset.ResetPreview.Possible;
import dev.touchstone.key.session.Pin;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ResetKeyTest {

  private static final String EVERYWHERE = "dev.touchstone.key.EveryWire#everyModelOnEveryWire";
  private static final Set<String> USB = Set.of("usb");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));

  private static void setPin(EveryWire bench) throws Exception {
    new SetPin(bench.conversation()).apply(new Pin("135790".toCharArray()));
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyButAU2fOneIsAsNewAfterwards(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      if (model.hasPin()) {
        setPin(bench);
      }
      bench.replug();
      ResetKey reset = new ResetKey(bench.conversation());

      ResetPreview preview = reset.preview(USB);

      if (!model.speaksCtap2()) {
        assertThat(preview).isInstanceOf(Impossible.class);
        assertThat(((Impossible) preview).why())
            .isEqualTo("This key speaks U2F only, which knows no reset.");
        return;
      }
      assertThat(((Possible) preview).lost().getFirst().what()).isEqualTo("Credentials");
      assertThat(
              ((Possible) preview).lost().contains(new Loss("PIN", "the key has none afterwards")))
          .isEqualTo(model.hasPin());
      assertThat(bench.key.contents().pin().isPresent()).isEqualTo(model.hasPin());

      reset.apply();

      assertThat(bench.key.contents().pin()).isEmpty();
      assertThat(reset.check().doubts()).isEmpty();
      assertThat(reset.check().info().options().clientPin()).isNotEqualTo(Feature.READY);
    }
  }

  @Test
  void theWindowOfTenSecondsIsTheKeysOwn() throws Exception {
    try (EveryWire bench =
        EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID, Surroundings.forgetful().with(now::get))) {
      setPin(bench);
      now.updateAndGet(before -> before.plus(Duration.ofSeconds(11)));

      assertThatThrownBy(() -> new ResetKey(bench.conversation()).apply())
          .isInstanceOfSatisfying(
              KeyRefused.class,
              refused -> assertThat(refused.status()).isEqualTo(CtapStatus.NOT_ALLOWED));

      assertThat(bench.key.contents().pin()).isPresent();
    }
  }

  @Test
  void whoCancelsOrDeclinesWhileTheKeyBlinksLosesNothing() throws Exception {
    try (EveryWire bench =
        EveryWire.to(
            KeyModels.TOUCHSTONE,
            Wire.HID,
            Surroundings.forgetful()
                .with((dev.touchstone.fixture.key.touch.TouchSensor) TouchPrompt::decline))) {
      setPin(bench);

      assertThatThrownBy(() -> new ResetKey(bench.conversation()).apply())
          .isInstanceOf(KeyRefused.class);

      assertThat(bench.key.contents().pin()).isPresent();
    }
    try (EveryWire bench =
        EveryWire.to(
            KeyModels.TOUCHSTONE,
            Wire.HID,
            Surroundings.forgetful()
                .with((dev.touchstone.fixture.key.touch.TouchSensor) prompt -> {}))) {
      setPin(bench);
      bench.person.whenTouchIsWanted(bench.cancel::cancel);

      assertThatThrownBy(() -> new ResetKey(bench.conversation()).apply())
          .isInstanceOf(Stopped.class);

      assertThat(bench.key.contents().pin()).isPresent();
    }
  }

  @Test
  void aKeyThatIsPulledOutWhileItBlinksIsGoneAndKeepsWhatItHas() throws Exception {
    try (EveryWire bench =
        EveryWire.to(
            KeyModels.TOUCHSTONE,
            Wire.HID,
            Surroundings.forgetful()
                .with((dev.touchstone.fixture.key.touch.TouchSensor) prompt -> {}))) {
      setPin(bench);
      bench.person.whenTouchIsWanted(bench.key::unplug);

      assertThatThrownBy(() -> new ResetKey(bench.conversation()).apply())
          .isInstanceOf(KeyGone.class);

      assertThat(bench.key.contents().pin()).isPresent();
    }
  }

  @Test
  void aKeyThatTakesResetsOverUsbAloneSaysSoInAReader() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.CARD)) {
      assertThat(new ResetKey(bench.conversation()).preview(Set.of("nfc", "smart-card")))
          .isEqualTo(
              new Impossible(
                  "This key cannot be reset over this wire, only over usb.",
                  "Connect it that way and start over."));
    }
  }

  @Test
  void aKeyIsKnownAgainAfterItWasPluggedInAgainAndAnotherIsNot() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID);
        EveryWire sameModel = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID);
        EveryWire other = EveryWire.to(KeyModels.CTAP21, Wire.HID)) {
      setPin(bench);
      KeyPortrait portrait = new ResetKey(bench.conversation()).portrait();
      bench.replug();

      assertThat(portrait.differenceTo(new ResetKey(bench.conversation()).portrait())).isEmpty();
      assertThat(portrait.differenceTo(new ResetKey(sameModel.conversation()).portrait()))
          .hasValue("how it is set up");
      assertThat(portrait.differenceTo(new ResetKey(other.conversation()).portrait())).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"80, 0", "83, 3", "9818aa, 24", "990100, 256"})
  void largeBlobsAreCountedByTheHeadOfTheirArray(String head, int count) {
    assertThat(StoredBlobs.length(java.util.HexFormat.of().parseHex(head))).hasValue(count);
  }

  @ParameterizedTest
  @CsvSource({"a0", "00", "98", "9f", "''"})
  void whatIsNoArrayHasNoCount(String head) {
    assertThat(StoredBlobs.length(java.util.HexFormat.of().parseHex(head))).isEmpty();
  }
}
