package dev.touchstone.key.overheard;

import static org.assertj.core.api.Assertions.assertThat;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.RecordedWorld;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the search for secrets finds what a careless recorder would keep. */
class RedactionTest {

  @TempDir private Path folder;

  /** Writes packets as they come. */
  private record Careless(FidoConnection connection, RecordingWriter writer)
      implements FidoConnection {

    @Override
    public void send(byte[] packet) throws IOException {
      keep(packet, true);
      connection.send(packet);
    }

    @Override
    public void receive(byte[] packet) throws IOException {
      connection.receive(packet);
      keep(packet, false);
    }

    private void keep(byte[] packet, boolean toKey) {
      writer.add(
          new Entry.Message(
              1,
              0,
              new MessageFacts(MessageKind.OTHER, toKey, true, 0, 0, -1, -1, -1, 0),
              List.of(),
              List.of(new Packet(0, toKey, packet.clone()))));
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }

  @Test
  void aRecorderThatMasksNothingIsFoundOut() throws Exception {
    try (RecordingWriter careless = RecordedWorld.writer(folder.resolve("careless"), 1 << 30);
        RecordedWorld world = new RecordedWorld(folder, KeyModels.TOUCHSTONE, PluggedIn::new)) {
      world.ceremonies(device ->
          new Witness.Watched(
              new Careless((FidoConnection) device.connect(), careless), person -> person));
      careless.flush();
      List<String> found = SecretSearch.in(Recording.open(careless.file()));

      assertThat(found)
          .anyMatch(it -> it.startsWith("member 5 of command 06")) // newPinEnc
          .anyMatch(it -> it.startsWith("member 6 of command 06")) // pinHashEnc
          .anyMatch(it -> it.startsWith("member 2 of command 06")) // pinUvAuthToken
          .anyMatch(it -> it.startsWith("member 8 of command 01")) // pinUvAuthParam
          .anyMatch(it -> it.startsWith("member 5 of command 01")) // largeBlobKey
          .anyMatch(it -> it.startsWith("hmac-secret saltEnc"))
          .anyMatch(it -> it.startsWith("hmac-secret #")); // the outputs
    }
  }

  @Test
  void theRecorderIsNotFoundOutInTheSameCeremonies() throws Exception {
    try (RecordedWorld world = new RecordedWorld(folder, KeyModels.TOUCHSTONE, PluggedIn::new)) {
      Recording recording = world.ceremonies().recording();

      assertThat(KnownSecrets.all()).hasSizeGreaterThan(40);
      assertThat(SecretSearch.in(recording)).isEmpty();
    }
  }

  @Test
  void aPinInAnyFormIsFound() throws Exception {
    KnownSecrets.addPin("482913");
    for (String leak : List.of("482913", "343832393133", "NDgyOTEz")) {
      try (RecordingWriter writer = RecordedWorld.writer(folder.resolve(leak), 1 << 30)) {
        writer.add(new Entry.Note(0, 0, "the PIN is " + leak));
        writer.flush();

        assertThat(SecretSearch.in(Recording.open(writer.file()))).isNotEmpty();
      }
    }
  }
}
