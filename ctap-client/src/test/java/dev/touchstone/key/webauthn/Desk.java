package dev.touchstone.key.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.fixture.client.BareClient;
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
import dev.touchstone.key.session.KeySession;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A virtual key on a desk, opened by the client, with a person in front of it. */
final class Desk implements AutoCloseable {

  static final String PIN = "123456";

  final VirtualKey key;
  final ScriptedPerson person = new ScriptedPerson();
  final Cancellation cancel = new Cancellation();
  private WebAuthnClient client = WebAuthnClient.standard();
  private KeySession session;

  private Desk(VirtualKey key) throws Exception {
    this.key = key;
    KnownSecrets.addPin(PIN);
    this.session = open();
  }

  /** A key that is touched whenever it asks. */
  static Desk with(KeyModel model) throws Exception {
    return with(model, TouchSensor.automatic());
  }

  static Desk with(KeyModel model, TouchSensor touch) throws Exception {
    SecureRandom random = new SecureRandom();
    return new Desk(
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), random),
            Surroundings.forgetful().with(touch)));
  }

  /** The same key with the PIN {@link #PIN}, set by a client that nobody tests here. */
  Desk withPin() throws Exception {
    var _ =
        new BareClient(key, Website.ORIGIN)
            .withPin(PIN)
            .register(
                Website.registering("setup")
                    .userVerification("required")
                    .with("rp", "{\"id\":\"setup.example\",\"name\":\"Setup\"}")
                    .json());
    reopen();
    return this;
  }

  Desk withAlarm(Alarm alarm) {
    client = new WebAuthnClient(new SecureRandom(), alarm);
    return this;
  }

  KeySession session() {
    return session;
  }

  JsonNode register(Website website) throws Exception {
    return noted(client.register(website.json(), Website.ORIGIN, session, person, cancel));
  }

  JsonNode signIn(Website website) throws Exception {
    return noted(client.authenticate(website.json(), Website.ORIGIN, session, person, cancel));
  }

  /** What {@code prf} derived and what {@code largeBlob} held is nobody else's business. */
  private static JsonNode noted(String response) {
    JsonNode json = Website.parse(response);
    JsonNode results = json.get("clientExtensionResults");
    for (String secret : List.of("/prf/results/first", "/prf/results/second", "/largeBlob/blob")) {
      if (results.at(secret).isTextual()) {
        KnownSecrets.add(secret, Website.bytes(results.at(secret)));
      }
    }
    return json;
  }

  /** Pulls the key out, puts it in again and opens it anew. */
  void replug() throws Exception {
    key.unplug();
    key.plugIn();
    reopen();
  }

  void reopen() throws Exception {
    session.close();
    session = open();
  }

  private KeySession open() throws Exception {
    return KeySession.begin(Ctap.open(new PluggedIn(key)), SpiedProtocol.all());
  }

  @Override
  public void close() throws IOException {
    session.close();
    key.close();
  }
}
