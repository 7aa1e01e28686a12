package dev.touchstone.key.manage;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.yubikit.Ctap;
import dev.touchstone.key.overheard.KnownSecrets;
import dev.touchstone.key.overheard.SpiedProtocol;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A virtual key that somebody administers; remembers every PIN that it handed out. */
final class Bench implements AutoCloseable {

  final VirtualKey key;
  final List<Pin> pins = new ArrayList<>();
  final Cancellation cancel = new Cancellation();
  private KeySession session;

  Bench(KeyModel model) throws Exception {
    SecureRandom random = new SecureRandom();
    key =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), random),
            Surroundings.forgetful().with(TouchSensor.automatic()));
    session = open();
  }

  private KeySession open() throws Exception {
    return KeySession.begin(Ctap.open(new PluggedIn(key)), SpiedProtocol.all());
  }

  Conversation conversation() {
    return new Conversation(session, new ScriptedPerson(), cancel);
  }

  Pin pin(String text) {
    KnownSecrets.addPin(text);
    Pin pin = new Pin(text.toCharArray());
    pins.add(pin);
    return pin;
  }

  void set(String pin) throws Exception {
    new SetPin(conversation()).apply(pin(pin));
  }

  void change(String current, String newPin) throws Exception {
    new ChangePin(conversation()).apply(pin(current), pin(newPin));
  }

  PinState state() throws Exception {
    return PinState.read(conversation());
  }

  /** Pulls the key out, puts it in again and opens it anew. */
  void replug() throws Exception {
    session.close();
    key.unplug();
    key.plugIn();
    session = open();
  }

  @Override
  public void close() throws IOException {
    session.close();
    key.close();
  }
}
