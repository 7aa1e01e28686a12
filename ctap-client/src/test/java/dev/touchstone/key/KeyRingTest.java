package dev.touchstone.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.KeyEvent.Added;
import dev.touchstone.key.transport.KeyEvent.ListComplete;
import dev.touchstone.key.transport.KeyEvent.Removed;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private final Shelf usb = new Shelf();
  private final Shelf inside = new Shelf();
  private final KeyRing ring = new KeyRing(List.of(usb, inside));
  private final List<KeyEvent> told = new ArrayList<>();
  private VirtualKey key;
  private KeyDevice device;

  @BeforeEach
  void makeAKey() throws Exception {
    SecureRandom random = new SecureRandom();
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(InstantSource.system(), random),
            Surroundings.forgetful());
    device = new PluggedIn(key);
  }

  @AfterEach
  void putEverythingAway() throws Exception {
    ring.close();
    key.close();
  }

  @Test
  void listsTheKeysOfAllTransports() {
    inside.devices.add(device);

    assertThat(ring.list()).containsExactly(device);
  }

  @Test
  void tellsOnceThatTheListIsCompleteAndOnlyWhenAllAre() {
    ring.watch(told::add);

    inside.tell(new Added(device));
    inside.tell(new ListComplete());
    assertThat(told).containsExactly(new Added(device));

    usb.tell(new ListComplete());
    inside.tell(new Removed(device));
    assertThat(told).containsExactly(new Added(device), new ListComplete(), new Removed(device));
  }

  @Test
  void aWatchThatWasClosedTellsNothingMore() throws Exception {
    ring.watch(told::add).close();

    usb.tell(new Added(device));

    assertThat(told).isEmpty();
    assertThat(usb.watched).isFalse();
  }

  @Test
  void withoutTransportsTheListIsCompleteAtOnce() {
    new KeyRing(List.of()).watch(told::add);

    assertThat(told).containsExactly(new ListComplete());
  }

  @Test
  void closesItsDiscoveries() {
    ring.close();

    assertThat(usb.closed).isTrue();
    assertThat(inside.closed).isTrue();
  }

  @Test
  void opensAKeyAndKnowsWhatItCanDo() throws Exception {
    try (KeySession session = ring.open(device)) {
      assertThat(session.info().versions()).contains("FIDO_2_1");
      assertThat(session.info().aaguid()).isEqualTo(KeyModels.TOUCHSTONE.aaguid());
    }
  }

  @Test
  void oneKeyMayBeOpenTwice() throws Exception {
    try (KeySession one = ring.open(device);
        KeySession other = ring.open(device)) {
      assertThat(one.info().options()).isEqualTo(other.info().options());
    }
  }

  @Test
  void aKeyThatIsNoLongerThereIsGone() {
    key.unplug();

    assertThatThrownBy(() -> ring.open(device)).isInstanceOf(KeyGone.class);
  }

  /** Keys are laid on it and taken away by the test. */
  private static final class Shelf implements KeyDiscovery {
    private final List<KeyDevice> devices = new ArrayList<>();
    private @Nullable Consumer<KeyEvent> listener;
    private boolean watched;
    private boolean closed;

    void tell(KeyEvent event) {
      if (listener != null) {
        listener.accept(event);
      }
    }

    @Override
    public List<KeyDevice> list() {
      return List.copyOf(devices);
    }

    @Override
    public AutoCloseable watch(Consumer<KeyEvent> listener) {
      this.listener = listener;
      watched = true;
      return () -> watched = false;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
