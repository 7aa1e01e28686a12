package dev.touchstone.key.trace;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.PartyAct;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.webauthn.WebAuthnClient;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** A run of the program that is recorded: a key, a person, a recorder. */
public final class RecordedWorld implements AutoCloseable {

  public static final String PIN = "482913";
  public static final String ORIGIN = "https://login.example.com";

  public static final String REGISTRATION =
      """
      {"rp":{"id":"example.com","name":"Example"},
       "user":{"id":"YWRh","name":"ada@example.com","displayName":"Ada Lovelace"},
       "challenge":"AAECAwQFBgcICQoLDA0ODw",
       "pubKeyCredParams":[{"type":"public-key","alg":-7}],
       "attestation":"direct",
       "authenticatorSelection":{"userVerification":"required","residentKey":"required"},
       "extensions":{"prf":{},"largeBlob":{"support":"preferred"}}}
      """;

  public static final String SIGN_IN =
      """
      {"rpId":"example.com","challenge":"AAECAwQFBgcICQoLDA0ODw","userVerification":"required",
       "extensions":{"prf":{"eval":{"first":"c2VjcmV0LXNhbHQtZm9yLXByZg"}}}}
      """;

  public final VirtualKey key;
  public final ScriptedPerson person = new ScriptedPerson();
  public final RecordingWriter writer;
  public final Recorder recorder;
  public final Cancellation cancel = new Cancellation();
  private final KeyDevice device;

  public RecordedWorld(Path folder, KeyModel model, Function<VirtualKey, KeyDevice> wire)
      throws Exception {
    key =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful().with(TouchSensor.automatic()));
    device = wire.apply(key);
    writer = writer(folder, Long.MAX_VALUE);
    recorder = new Recorder(writer);
  }

  public static RecordingWriter writer(Path folder, long limit) throws Exception {
    return new RecordingWriter(
        new RecordingsFolder(folder, Long.MAX_VALUE, 7),
        new Header(
            Instant.parse("2026-11-21T10:00:00Z"), "Touchstone test", "Linux", "25", "register", 1),
        System::nanoTime,
        limit);
  }

  public KeySession open() throws Exception {
    return new KeyRing(List.of(), recorder).open(device);
  }

  /** Sets the PIN, registers with PIN and PRF, signs in with both. */
  public RecordedWorld ceremonies() throws Exception {
    return ceremonies(recorder);
  }

  /** The same under other eyes. */
  public RecordedWorld ceremonies(Witness witness) throws Exception {
    KeyRing ring = new KeyRing(List.of(), witness);
    try (KeySession session = ring.open(device)) {
      new SetPin(new Conversation(session, person, cancel)).apply(new Pin(PIN.toCharArray()));
    }
    try (KeySession session = ring.open(device)) {
      WebAuthnClient client = WebAuthnClient.standard();
      person.typing(PIN, PIN);
      recorder.optionsSent(PartyAct.REGISTRATION_OPTIONS, REGISTRATION);
      var _ = client.register(REGISTRATION, ORIGIN, session, person, cancel);
      recorder.judged(PartyAct.REGISTRATION_JUDGED, false, "7.1.14 failed.");
      recorder.optionsSent(PartyAct.SIGN_IN_OPTIONS, SIGN_IN);
      var _ = client.authenticate(SIGN_IN, ORIGIN, session, person, cancel);
    }
    return this;
  }

  public Recording recording() throws Exception {
    writer.flush();
    return Recording.open(writer.file());
  }

  public List<Entry> entries() throws Exception {
    Recording recording = recording();
    return recording.page(0, recording.size());
  }

  @Override
  public void close() throws IOException {
    writer.close();
    key.close();
  }
}
