package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The real program, whose recordings are looked at, with neither toolkit nor threads. */
final class Recorded implements AutoCloseable {

  final Settings settings;
  final Wiring wiring;
  final RecorderViewModel model;

  Recorded(Path data) {
    settings = Settings.usual(data);
    wiring = new Wiring(settings, Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    model =
        new RecorderViewModel(
            wiring.traces(),
            Background.inline(),
            new Errand(Background.inline(), new KeyTurn(), wiring.virtualTouch()));
  }

  /** Registers somebody, which is recorded. */
  void register(String user) throws Exception {
    CeremonyViewModel ceremony =
        new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
    RegisterViewModel registering =
        new RegisterViewModel(new PartyViewModel(wiring, Background.inline()), ceremony);
    registering.userProperty().set(user);
    registering.start();
    written();
  }

  /** The recorder writes a moment later. */
  void written() throws Exception {
    wiring.traces().saveTrace().run(settings.data().resolve("copy.trace"));
  }

  /** Keeps what was recorded so far as that of an earlier run. */
  Path earlier() throws Exception {
    Path file = settings.recordings().resolve("2026-01-02T03-04-05.000-1.trace");
    wiring.traces().saveTrace().run(file);
    return file;
  }

  /** Puts a file among the recordings. */
  void put(String name, byte[] bytes) throws IOException {
    Files.createDirectories(settings.recordings());
    Files.write(settings.recordings().resolve(name), bytes);
  }

  KeyDevice virtual() throws Exception {
    return wiring.keys().list().run().stream()
        .filter(key -> key.id().equals("virtual"))
        .findFirst()
        .orElseThrow();
  }

  TimelineViewModel timeline() {
    return model.timeline();
  }

  /** What the rows say. */
  EntryLine line(int row) {
    return EntryLine.of(
        timeline().recordingProperty().get().orElseThrow(),
        timeline().linesProperty().get().get(row));
  }

  @Override
  public void close() {
    wiring.close();
  }
}
