package dev.touchstone.key.manage.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.fault.WireFault;
import dev.touchstone.fixture.key.model.KeyFeature;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.FingerPrompt;
import dev.touchstone.fixture.key.touch.SampleQuality;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fingers are enrolled, named and forgotten; on every model over every wire, and when it fails. */
final class FingerprintsTest {

  private static final String EVERYWHERE = "dev.touchstone.key.EveryWire#everyModelOnEveryWire";
  private static final String PIN = "c0rrect-h0rse";

  private final Deque<Consumer<FingerPrompt>> fingers = new ArrayDeque<>();
  private final List<EnrolmentProgress> told = new ArrayList<>();

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void aFingerIsEnrolledNamedListedAndForgotten(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = bench(model, wire);
        HeldVerification held = held()) {
      if (!model.has(KeyFeature.FINGERPRINT)) {
        assertThatThrownBy(() -> new ListFingerprints(bench.conversation(), held).run())
            .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> enrol(bench, held)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> FingerprintSensor.read(bench.conversation()))
            .isInstanceOf(NotPossible.class);
        assertThat(bench.person.asked).isEmpty();
        return;
      }
      setPin(bench);
      bench.person.typing(PIN);
      assertThat(new ListFingerprints(bench.conversation(), held).run()).isEmpty();

      Fingerprint finger = enrol(bench, held);

      assertThat(told)
          .extracting(EnrolmentProgress::good, EnrolmentProgress::wanted)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(1, 4),
              org.assertj.core.groups.Tuple.tuple(2, 4),
              org.assertj.core.groups.Tuple.tuple(3, 4),
              org.assertj.core.groups.Tuple.tuple(4, 4));
      assertThat(bench.key.contents().fingerprints()).hasSize(1);

      var rename = new RenameFingerprint(bench.conversation(), held);
      var renaming = rename.preview(finger, "right thumb");
      assertThat(bench.key.contents().fingerprints().getFirst().friendlyName()).isEmpty();
      rename.apply(renaming);
      assertThat(new ListFingerprints(bench.conversation(), held).run())
          .containsExactly(new Fingerprint(finger.templateId(), Optional.of("right thumb")));

      var delete = new DeleteFingerprint(bench.conversation(), held);
      var deletion = delete.preview(finger);
      assertThat(deletion.last()).isTrue();
      assertThat(deletion.pin()).isTrue();
      assertThat(bench.key.contents().fingerprints()).hasSize(1);
      delete.apply(deletion);
      assertThat(bench.key.contents().fingerprints()).isEmpty();
      assertThat(bench.person.asked).hasSize(1);
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @ParameterizedTest
  @EnumSource(SampleQuality.class)
  void whatTheSensorMadeOfASampleIsTold(SampleQuality quality) throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      fingers.add(prompt -> prompt.present("thumb"));
      fingers.add(prompt -> prompt.present("thumb", quality));

      enrol(bench, held);

      assertThat(told.get(1).code()).isEqualTo(quality.code());
      assertThat(told.get(1).last().name()).isEqualTo(quality.name());
      assertThat(told.get(1).good()).isEqualTo(quality == SampleQuality.GOOD ? 2 : 1);
      assertThat(told.getLast().isComplete()).isTrue();
    }
  }

  @Test
  void aFingerThatTheKeyKnowsIsToldAndAnotherOneCanBeUsed() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      enrol(bench, held);
      told.clear();
      fingers.add(prompt -> prompt.present("thumb"));
      for (int i = 0; i < 4; i++) {
        fingers.add(prompt -> prompt.present("index"));
      }

      enrol(bench, held);

      assertThat(told.getFirst().last()).isEqualTo(SampleStatus.EXISTS);
      assertThat(bench.key.contents().fingerprints()).hasSize(2);
    }
  }

  @Test
  void whoeverCancelsLeavesNoHalfEnrolment() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      fingers.add(prompt -> prompt.present("thumb"));
      fingers.add(prompt -> prompt.present("thumb"));
      fingers.add(prompt -> bench.cancel.cancel());

      assertThatThrownBy(() -> enrol(bench, held)).isInstanceOf(Stopped.class);

      assertThat(told).hasSize(2);
      assertThat(bench.key.contents().fingerprints()).isEmpty();
      bench.reopen();
      assertThat(bench.session().info().options().bioEnrollment().name()).isEqualTo("NOT_SET_UP");
    }
  }

  @Test
  void ifNobodyLaysAFingerItIsGivenUp() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      fingers.add(prompt -> prompt.present("thumb"));
      fingers.add(prompt -> prompt.end(new FingerPrompt.Outcome.TimedOut()));
      fingers.add(prompt -> prompt.end(new FingerPrompt.Outcome.TimedOut()));

      assertThatThrownBy(() -> enrol(bench, held))
          .isInstanceOfSatisfying(
              Stopped.class, e -> assertThat(e.why()).isEqualTo(Stopped.Why.TIMED_OUT));

      assertThat(told.getLast().last()).isEqualTo(SampleStatus.NO_USER_ACTIVITY);
      assertThat(bench.key.contents().fingerprints()).isEmpty();
    }
  }

  @Test
  void oneWhoComesLateIsWaitedFor() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      fingers.add(prompt -> prompt.end(new FingerPrompt.Outcome.TimedOut()));

      enrol(bench, held);

      assertThat(told).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aKeyThatIsPulledOutInTheMiddleHasNoHalfFingerprint(Wire wire) throws Exception {
    try (EveryWire bench = bench(KeyModels.BIOMETRIC, wire);
        HeldVerification held = held()) {
      setPin(bench);
      bench.person.typing(PIN);
      fingers.add(prompt -> prompt.present("thumb"));
      fingers.add(prompt -> bench.key.unplug());

      assertThatThrownBy(() -> enrol(bench, held)).isInstanceOf(KeyException.class);

      assertThat(bench.key.contents().fingerprints()).isEmpty();
      bench.replug();
      bench.person.typing(PIN);
      try (HeldVerification anew = held()) {
        assertThat(new ListFingerprints(bench.conversation(), anew).run()).isEmpty();
      }
    }
  }

  @Test
  void aFullKeySaysSo() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      for (int finger = 1; finger <= KeyModels.BIOMETRIC.sizes().fingerprints(); finger++) {
        String name = "finger " + finger;
        for (int sample = 0; sample < 4; sample++) {
          fingers.add(prompt -> prompt.present(name));
        }
        enrol(bench, held);
      }

      assertThatThrownBy(() -> enrol(bench, held))
          .isInstanceOfSatisfying(
              KeyRefused.class, e -> assertThat(e.status()).isEqualTo(CtapStatus.FP_DATABASE_FULL));

      assertThat(bench.key.contents().fingerprints()).hasSize(5);
    }
  }

  @Test
  void aWrongPinCostsOneTryAndEnrolsNobody() throws Exception {
    try (EveryWire bench = bench(KeyModels.BIOMETRIC, Wire.HID);
        HeldVerification held = held()) {
      setPin(bench);
      bench.person.typing("wr0ng");

      assertThatThrownBy(() -> enrol(bench, held))
          .isInstanceOfSatisfying(PinRefused.class, e -> assertThat(e.triesLeft()).hasValue(7));

      assertThat(bench.key.contents().fingerprints()).isEmpty();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aNameThatIsTooLongIsNotEvenSent() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      Fingerprint finger = enrol(bench, held);

      for (String name : List.of("x".repeat(65), "ü".repeat(33))) {
        assertThatThrownBy(
                () -> new RenameFingerprint(bench.conversation(), held).preview(finger, name))
            .isInstanceOf(NotPossible.class)
            .hasMessageContaining("64 bytes");
        assertThatThrownBy(
                () -> new EnrolFingerprint(bench.conversation(), held).preview(Optional.of(name)))
            .isInstanceOf(NotPossible.class);
      }
      var fits = new RenameFingerprint(bench.conversation(), held).preview(finger, "ü".repeat(32));
      assertThat(fits.name()).hasSize(32);
    }
  }

  @Test
  void aFingerprintThatIsNotThereIsNotDeleted() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      Fingerprint finger = enrol(bench, held);
      var delete = new DeleteFingerprint(bench.conversation(), held);
      delete.apply(delete.preview(finger));

      assertThatThrownBy(() -> delete.preview(finger)).isInstanceOf(NotPossible.class);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Wire.class, mode = EnumSource.Mode.EXCLUDE, names = "CARD")
  void aKeyThatAnswersGarbageIsGivenUp(Wire wire) throws Exception {
    try (EveryWire bench = bench(KeyModels.BIOMETRIC, wire);
        HeldVerification held = held()) {
      setPin(bench);
      bench.person.typing(PIN);
      fingers.add(prompt -> {
        bench.key.misbehave(new WireFault.MessageTruncated());
        prompt.present("thumb");
      });

      assertThatThrownBy(() -> enrol(bench, held)).isInstanceOf(KeyException.class);

      assertThat(told).isEmpty();
      assertThat(bench.key.contents().fingerprints()).isEmpty();
    }
  }

  /** A key with PIN, whose PIN the person will type once. */
  private EveryWire ready() throws Exception {
    EveryWire bench = bench(KeyModels.BIOMETRIC, Wire.HID);
    setPin(bench);
    bench.person.typing(PIN);
    return bench;
  }

  /** Presents what the test prepared, then the thumb for ever. */
  private EveryWire bench(KeyModel model, Wire wire) throws Exception {
    return EveryWire.to(
        model,
        wire,
        Surroundings.forgetful()
            .withFingers(prompt -> {
              Consumer<FingerPrompt> next = fingers.poll();
              if (next == null) {
                prompt.present("thumb");
              } else {
                next.accept(prompt);
              }
            }));
  }

  private static void setPin(EveryWire bench) throws Exception {
    new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
    bench.reopen();
  }

  private Fingerprint enrol(EveryWire bench, HeldVerification held) throws KeyException {
    var enrol = new EnrolFingerprint(bench.conversation(), held);
    return enrol.apply(enrol.preview(Optional.empty()), told::add);
  }

  private static HeldVerification held() {
    return new HeldVerification(
        TokenScope.management(Permission.BIO_ENROLLMENT), "A test looks at fingers.");
  }
}
