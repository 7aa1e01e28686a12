package dev.touchstone.key.transport.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.uhid.UhidOptions;
import dev.touchstone.fixture.key.wire.uhid.UhidWire;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.webauthn.WebAuthnClient;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The road to a key on USB: hid4java and the HID stack of a Linux kernel. Runs where {@code
 * /dev/uhid} may be written, such as a virtual machine whose module {@code uhid} is loaded.
 */
@EnabledIf("dev.touchstone.fixture.key.wire.uhid.UhidWire#isPossible")
class KernelHidTest {

  private static final String ORIGIN = "https://login.example.com";
  private static final String CREATION =
      """
      {"rp":{"id":"example.com","name":"Example"},
       "user":{"id":"YWRh","name":"ada","displayName":"Ada"},
       "challenge":"AAECAwQFBgcICQoLDA0ODw",
       "pubKeyCredParams":[{"type":"public-key","alg":-7}],
       "authenticatorSelection":{"userVerification":"discouraged"}}
      """;

  private final ScriptedPerson person = new ScriptedPerson();
  private final Cancellation cancellation = new Cancellation();
  private final WebAuthnClient client = WebAuthnClient.standard();
  private final HidDiscovery discovery = new HidDiscovery();
  private final KeyRing ring = new KeyRing(List.of(discovery));

  @AfterEach
  void closeTheRing() {
    ring.close();
  }

  @Test
  void keyOfAnyVendorIsFoundByItsUsagePage() throws Exception {
    try (VirtualKey key = key(TouchSensor.automatic());
        UhidWire _ = plugIn(key)) {
      KeyDevice device = awaitKey();

      assertThat(device.name()).isEqualTo("Bench Key");
      assertThat(device.vendorId()).isEqualTo(UhidOptions.USUAL_VENDOR);
      assertThat(device.productId()).isEqualTo(UhidOptions.USUAL_PRODUCT);
      assertThat(device.path()).startsWith("/dev/hidraw");
    }
  }

  @Test
  void credentialIsRegisteredOverHidraw() throws Exception {
    try (VirtualKey key = key(TouchSensor.automatic());
        UhidWire _ = plugIn(key);
        KeySession session = ring.open(awaitKey())) {
      assertThat(register(session)).contains("\"attestationObject\"");
    }
  }

  @Test
  void waitForATouchEndsWhenThePersonCancels() throws Exception {
    try (VirtualKey key = key(prompt -> {});
        UhidWire _ = plugIn(key);
        KeySession session = ring.open(awaitKey())) {
      person.whenTouchIsWanted(cancellation::cancel);

      assertThatThrownBy(() -> register(session)).isInstanceOf(Stopped.class);
    }
  }

  @Test
  void keyThatIsPulledOutWhileItBlinksIsGone() throws Exception {
    try (VirtualKey key = key(prompt -> {});
        UhidWire plugged = plugIn(key);
        KeySession session = ring.open(awaitKey())) {
      person.whenTouchIsWanted(plugged::close);

      assertThatThrownBy(() -> register(session)).isInstanceOf(KeyGone.class);
    }
  }

  @Test
  void unpluggingTheKeyItselfTakesItsDeviceAway() throws Exception {
    BlockingQueue<KeyEvent> events = new LinkedBlockingQueue<>();
    try (VirtualKey key = key(TouchSensor.automatic());
        AutoCloseable _ = ring.watch(events::add);
        UhidWire _ = plugIn(key)) {
      awaitUntil(events, KeyEvent.Added.class);

      key.unplug();
      assertThat(next(events)).isInstanceOf(KeyEvent.Removed.class);
    }
  }

  @Test
  void severalKeysAreThereAtOnce() throws Exception {
    BlockingQueue<KeyEvent> events = new LinkedBlockingQueue<>();
    try (VirtualKey first = key(TouchSensor.automatic());
        VirtualKey second = key(TouchSensor.automatic());
        UhidWire _ = plugIn(first);
        UhidWire _ = UhidWire.plugIn(second::connect, UhidOptions.named("Another Key"));
        AutoCloseable _ = ring.watch(events::add)) {
      awaitUntil(events, KeyEvent.Added.class);
      awaitUntil(events, KeyEvent.Added.class);

      assertThat(ring.list())
          .extracting(KeyDevice::name)
          .containsExactlyInAnyOrder("Bench Key", "Another Key");
    }
  }

  @Test
  void watchTellsOfComingAndGoing() throws Exception {
    BlockingQueue<KeyEvent> events = new LinkedBlockingQueue<>();
    try (VirtualKey key = key(TouchSensor.automatic());
        AutoCloseable _ = ring.watch(events::add)) {
      assertThat(next(events)).isInstanceOf(KeyEvent.ListComplete.class);

      UhidWire plugged = plugIn(key);
      assertThat(next(events)).isInstanceOf(KeyEvent.Added.class);

      plugged.close();
      assertThat(next(events)).isInstanceOf(KeyEvent.Removed.class);
    }
  }

  private static UhidWire plugIn(VirtualKey key) throws IOException {
    return UhidWire.plugIn(key::connect, UhidOptions.named("Bench Key"));
  }

  private String register(KeySession session) throws Exception {
    return client.register(CREATION, ORIGIN, session, person, cancellation);
  }

  private static VirtualKey key(TouchSensor touch) throws IOException {
    return VirtualKey.open(
        KeyModels.TOUCHSTONE,
        Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
        Surroundings.forgetful().with(touch));
  }

  private KeyDevice awaitKey() throws Exception {
    BlockingQueue<KeyEvent> events = new LinkedBlockingQueue<>();
    try (AutoCloseable _ = ring.watch(events::add)) {
      while (true) {
        if (next(events) instanceof KeyEvent.Added(KeyDevice device)) {
          return device;
        }
      }
    }
  }

  private static void awaitUntil(BlockingQueue<KeyEvent> events, Class<? extends KeyEvent> kind)
      throws InterruptedException {
    while (!kind.isInstance(next(events))) {
      // the end of the list, or another
    }
  }

  private static KeyEvent next(BlockingQueue<KeyEvent> events) throws InterruptedException {
    KeyEvent event = events.poll(30, TimeUnit.SECONDS);
    assertThat(event).as("an event within half a minute").isNotNull();
    return event;
  }
}
