package dev.touchstone.key;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.fixture.key.wire.udp.UdpOptions;
import dev.touchstone.fixture.key.wire.udp.UdpWire;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.key.transport.udp.UdpDiscovery;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A virtual key of any model at the other end of any wire, opened by the client, with a person in
 * front of it. A test of an operation takes its parameters from {@link #everyModelOnEveryWire}; the
 * table in {@code docs/keys.md} counts on that.
 */
public final class EveryWire implements AutoCloseable {

  /** How the client reaches the key. */
  public enum Wire {
    /** Reports of 64 bytes, as on USB. */
    HID,
    /** APDUs, as in a reader. */
    CARD,
    /** Reports in datagrams, as to a firmware simulator. */
    UDP
  }

  public final VirtualKey key;
  public final ScriptedPerson person = new ScriptedPerson();
  public final Cancellation cancel = new Cancellation();

  private final Wire wire;
  private final UdpWire datagrams;
  private final KeyRing ring = new KeyRing(List.of());
  private KeySession session;

  private EveryWire(VirtualKey key, Wire wire) throws Exception {
    this.key = key;
    this.wire = wire;
    this.datagrams =
        UdpWire.serve(
            key::connect, UdpOptions.usual().withPort(0).withReplyPort(UdpOptions.TO_THE_SENDER));
    this.session = ring.open(device());
  }

  /** For {@code @MethodSource("dev.touchstone.key.EveryWire#everyModelOnEveryWire")}. */
  public static Stream<Arguments> everyModelOnEveryWire() {
    return KeyModels.all().stream()
        .flatMap(model -> Stream.of(Wire.values()).map(wire -> Arguments.of(model, wire)));
  }

  /** A key that is touched whenever it asks, and forgets everything in the end. */
  public static EveryWire to(KeyModel model, Wire wire) throws Exception {
    return to(model, wire, Surroundings.forgetful());
  }

  /** A key with a sensor, a clock or a finger that a test has in its hand. */
  public static EveryWire to(KeyModel model, Wire wire, Surroundings surroundings)
      throws Exception {
    return new EveryWire(
        VirtualKey.open(
            model, Laboratory.forgetful(InstantSource.system(), new SecureRandom()), surroundings),
        wire);
  }

  /** The key as the client finds it. */
  public KeyDevice device() {
    return switch (wire) {
      case HID -> new PluggedIn(key);
      case CARD -> CardInReader.holding(key, CardInterface.CONTACT);
      case UDP ->
          new UdpDiscovery(
                  List.of(
                      new SimulatorAddress(
                          "127.0.0.1",
                          datagrams.address().getPort(),
                          SimulatorAddress.WHERE_WE_SENT_FROM)))
              .list()
              .getFirst();
    };
  }

  public KeySession session() {
    return session;
  }

  /** With the person and the cancellation of this bench. */
  public Conversation conversation() {
    return new Conversation(session, person, cancel);
  }

  /** Opens the key anew, as another run of the program does. */
  public void reopen() throws Exception {
    session.close();
    session = ring.open(device());
  }

  /** Pulls the key out, puts it in again and opens it anew. */
  public void replug() throws Exception {
    session.close();
    key.unplug();
    key.plugIn();
    session = ring.open(device());
  }

  @Override
  public void close() throws IOException {
    session.close();
    ring.close();
    datagrams.close();
    key.close();
  }
}
