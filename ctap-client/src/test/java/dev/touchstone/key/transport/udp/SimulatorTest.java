package dev.touchstone.key.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.udp.UdpOptions;
import dev.touchstone.fixture.key.wire.udp.UdpWire;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.webauthn.WebAuthnClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Our client and our virtual key, with UDP between them as with any simulator. */
class SimulatorTest {

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

  @Test
  void credentialIsRegisteredWhereTheSimulatorAnswersToAPort() throws Exception {
    int replyPort = freePort();
    try (VirtualKey key = key(TouchSensor.automatic());
        UdpWire wire = UdpWire.serve(key::connect, free().withReplyPort(replyPort));
        KeyRing ring = ringWith(wire, replyPort);
        KeySession session = ring.open(ring.list().getFirst())) {
      assertThat(register(session)).contains("\"attestationObject\"");
    }
  }

  @Test
  void credentialIsRegisteredWhereTheSimulatorAnswersToWhoeverSent() throws Exception {
    try (VirtualKey key = key(TouchSensor.automatic());
        UdpWire wire = UdpWire.serve(key::connect, free());
        KeyRing ring = ringWith(wire, SimulatorAddress.WHERE_WE_SENT_FROM);
        KeySession session = ring.open(ring.list().getFirst())) {
      assertThat(register(session)).contains("\"attestationObject\"");
    }
  }

  @Test
  void waitForATouchEndsWhenThePersonCancels() throws Exception {
    try (VirtualKey key = key(prompt -> {});
        UdpWire wire = UdpWire.serve(key::connect, free());
        KeyRing ring = ringWith(wire, SimulatorAddress.WHERE_WE_SENT_FROM);
        KeySession session = ring.open(ring.list().getFirst())) {
      person.whenTouchIsWanted(cancellation::cancel);

      assertThatThrownBy(() -> register(session)).isInstanceOf(Stopped.class);
    }
  }

  @Test
  void simulatorThatDoesNotRunIsNamedInsteadOfWaitedForForEver() throws Exception {
    SimulatorAddress nobody = new SimulatorAddress("127.0.0.1", freePort(), 0);
    try (KeyRing ring = new KeyRing(List.of(new UdpDiscovery(List.of(nobody))))) {
      assertThatThrownBy(() -> ring.open(ring.list().getFirst()))
          .isInstanceOf(KeyGone.class)
          .hasMessageStartingWith("No simulator answers at " + nobody.text());
    }
  }

  @Test
  void simulatorsAreListedAsTheyWereNamedAndOnce() {
    SimulatorAddress first = SimulatorAddress.parse("udp://127.0.0.1:8111");
    SimulatorAddress second = SimulatorAddress.parse("udp://127.0.0.1:8112?reply=0");
    try (UdpDiscovery discovery = new UdpDiscovery(List.of(first, second, first))) {
      assertThat(discovery.list())
          .extracting(KeyDevice::id)
          .containsExactly("udp://127.0.0.1:8111", "udp://127.0.0.1:8112?reply=0");
      assertThat(discovery.list()).extracting(KeyDevice::transport).containsOnly(Transport.UDP);
    }
  }

  @Test
  void watchTellsTheSimulatorsAndThatTheListIsComplete() throws Exception {
    BlockingQueue<KeyEvent> events = new LinkedBlockingQueue<>();
    SimulatorAddress one = SimulatorAddress.parse("udp://127.0.0.1:8111");
    try (UdpDiscovery discovery = new UdpDiscovery(List.of(one));
        AutoCloseable _ = discovery.watch(events::add)) {
      assertThat(events.poll(20, TimeUnit.SECONDS))
          .isEqualTo(new KeyEvent.Added(discovery.list().getFirst()));
      assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo(new KeyEvent.ListComplete());
    }
  }

  private String register(KeySession session) throws Exception {
    return WebAuthnClient.standard().register(CREATION, ORIGIN, session, person, cancellation);
  }

  private static KeyRing ringWith(UdpWire wire, int replyPort) {
    return new KeyRing(
        List.of(
            new UdpDiscovery(
                List.of(new SimulatorAddress("127.0.0.1", wire.address().getPort(), replyPort)))));
  }

  private static VirtualKey key(TouchSensor touch) throws IOException {
    return VirtualKey.open(
        KeyModels.TOUCHSTONE,
        Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
        Surroundings.forgetful().with(touch));
  }

  private static UdpOptions free() {
    return UdpOptions.usual().withPort(0).withReplyPort(UdpOptions.TO_THE_SENDER);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }
}
