package dev.touchstone.key;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.yubikit.Ctap;
import dev.touchstone.key.identity.Census;
import dev.touchstone.key.identity.KeyLabels;
import dev.touchstone.key.session.CommandObserver;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.ObservedAuthenticator;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.card.CardDiscovery;
import dev.touchstone.key.transport.hid.HidDiscovery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The door to all keys on all transports, and the one class that puts this module together. */
public final class KeyRing implements AutoCloseable {

  private final List<KeyDiscovery> discoveries;
  private final Witness witness;
  private final CommandObserver observer;
  private final Census census;
  private final List<MergedWatch> watches = new CopyOnWriteArrayList<>();

  /**
   * Keys to which nobody gave names.
   *
   * @param discoveries one per transport; closed with the ring
   */
  public KeyRing(List<KeyDiscovery> discoveries) {
    this(discoveries, KeyLabels.NONE, Witness.NOBODY);
  }

  /**
   * The same with somebody who looks on at every key that is opened.
   *
   * @param discoveries one per transport; closed with the ring
   */
  public KeyRing(List<KeyDiscovery> discoveries, Witness witness) {
    this(discoveries, KeyLabels.NONE, witness);
  }

  /**
   * Keys that a person may have given names.
   *
   * @param discoveries one per transport; closed with the ring
   * @param witness looks on at every key that is opened
   */
  public KeyRing(List<KeyDiscovery> discoveries, KeyLabels labels, Witness witness) {
    this(discoveries, labels, witness, CommandObserver.NOBODY);
  }

  /**
   * The same with somebody who is told what keys are given to do, and what became of it.
   *
   * @param discoveries one per transport; closed with the ring
   * @param witness looks on at every key that is opened
   * @param observer is told of each command, but of none that was bytes already
   */
  public KeyRing(
      List<KeyDiscovery> discoveries, KeyLabels labels, Witness witness, CommandObserver observer) {
    this.observer = observer;
    this.discoveries = List.copyOf(discoveries);
    this.census = new Census(labels);
    this.witness = witness;
  }

  /** The keys on USB and in card readers, after those of the discoveries handed in. */
  public static KeyRing standard(KeyDiscovery... further) {
    return new KeyRing(
        Stream.concat(Stream.of(further), Stream.of(new HidDiscovery(), new CardDiscovery()))
            .toList());
  }

  /** The keys that are there now, each once on however many wires it is. */
  public List<KeyDevice> list() {
    return census.of(discoveries.stream().flatMap(discovery -> discovery.list().stream()).toList());
  }

  /** What a person should know who misses a key or its name, as of the last look. */
  public List<Hint> hints() {
    return Stream.concat(
            discoveries.stream().flatMap(discovery -> discovery.hints().stream()),
            census.hints().stream())
        .toList();
  }

  /** Why the key of this id is not in the list, if a wire knows that there could be one. */
  public Optional<Hint> missing(String id) {
    return discoveries.stream().flatMap(it -> it.missing(id).stream()).findFirst();
  }

  /**
   * Tells every key that is there, then {@link KeyEvent.ListComplete} once, then each change until
   * the returned handle is closed: a key that got or lost a wire or a name is added once more. The
   * listener is called by one thread at a time, not the caller's.
   */
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    MergedWatch watch = MergedWatch.begin(discoveries, census, listener);
    watches.add(watch);
    return () -> {
      watches.remove(watch);
      watch.close();
    };
  }

  /** Has all who watch told at once of names that were given or taken away. */
  public void namesChanged() {
    watches.forEach(MergedWatch::lookAgain);
  }

  /**
   * Opens a key. The caller closes the session.
   *
   * @throws KeyException.KeyGone if it was unplugged meanwhile
   * @throws KeyException.NotPossible if it is in use or may not be opened by this user
   */
  public KeySession open(KeyDevice device) throws KeyException {
    Witness.Watched watched = Ctap.connect(() -> witness.connect(device));
    return KeySession.begin(
        new ObservedAuthenticator(Ctap.open(watched.connection()), device, observer),
        Ctap.pinUvAuthProtocols(),
        watched.person());
  }

  /**
   * Opens a key for messages that are bytes already. The caller closes the session.
   *
   * @throws KeyException as {@link #open}
   */
  public RawSession openRaw(KeyDevice device) throws KeyException {
    Witness.Watched watched = Ctap.connect(() -> witness.connect(device));
    return new RawSession(Ctap.raw(watched.connection()), watched.person());
  }

  @Override
  public void close() {
    discoveries.forEach(KeyDiscovery::close);
  }
}
