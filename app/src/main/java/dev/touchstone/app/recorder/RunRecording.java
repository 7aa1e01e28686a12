package dev.touchstone.app.recorder;

import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.RecordingSettings;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.Recorder;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The recording of one run. It begins with the first key that is opened or the first options that
 * are sent, so that a command which needs neither makes none and loads nothing of it. If it cannot
 * be written, keys are used all the same.
 */
public final class RunRecording implements Witness, AutoCloseable {

  private final Settings settings;
  private final InstantSource clock;
  private @Nullable RecordingWriter writer;
  private @Nullable Recorder recorder;
  private @Nullable IOException failure;

  public RunRecording(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Watched connect(KeyDevice device) throws IOException {
    Optional<Recorder> looker = recorder();
    return looker.isPresent() ? looker.get().connect(device) : Witness.NOBODY.connect(device);
  }

  /** Who writes down what happens; empty when nothing is to be recorded, or cannot be. */
  public synchronized Optional<Recorder> recorder() {
    boolean wanted = settings.recording().kept() || settings.recording().trace().isPresent();
    if (wanted && recorder == null && failure == null) {
      begin();
    }
    return Optional.ofNullable(recorder);
  }

  /**
   * The file of this run with all that happened so far; begun if nothing has happened yet.
   *
   * @throws IOException if it could not be written
   */
  public synchronized Path written() throws IOException {
    var _ = recorder();
    if (writer == null) {
      throw failure == null ? new IOException("nothing is recorded") : failure;
    }
    writer.flush();
    Optional<IOException> trouble = writer.failure();
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    return writer.file();
  }

  /** The file of this run, if there is one. */
  public synchronized Optional<Path> file() {
    return Optional.ofNullable(writer).map(RecordingWriter::file);
  }

  private void begin() {
    RecordingSettings wish = settings.recording();
    try {
      DataFolder.make(settings.data());
      writer =
          new RecordingWriter(
              new RecordingsFolder(
                  settings.recordings(), wish.folderLimit(), ProcessHandle.current().pid()),
              header(wish.command()),
              System::nanoTime,
              // what is asked for by name is one file, however long
              wish.trace().isPresent() ? Long.MAX_VALUE : wish.fileLimit());
      recorder = new Recorder(writer);
    } catch (IOException e) {
      unrecorded(e);
    } catch (SettingsException e) {
      unrecorded(new IOException(e.getMessage(), e));
    }
  }

  private void unrecorded(IOException e) {
    failure = e;
    LoggerFactory.getLogger(RunRecording.class)
        .warn("This run is not recorded: {}", e.getMessage());
  }

  private Header header(String command) {
    String version = RunRecording.class.getPackage().getImplementationVersion();
    return new Header(
        clock.instant(),
        "Touchstone " + (version == null ? "from classes" : version),
        System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
        "Java " + Runtime.version(),
        command,
        1);
  }

  @Override
  public synchronized void close() {
    if (writer == null) {
      return;
    }
    writer.close();
    if (!settings.recording().kept()) {
      try {
        Files.deleteIfExists(writer.file());
      } catch (IOException e) {
        LoggerFactory.getLogger(RunRecording.class)
            .warn("A recording that is not to be kept was not deleted: {}", e.getMessage());
      }
    }
  }
}
