package dev.touchstone.key.overheard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingWriter;
import dev.touchstone.key.trace.file.RecordingsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The redaction test over all contract tests: whatever a test of this module does to a key is
 * recorded, and the recording is searched for every secret that went over the wire, was typed or
 * was derived meanwhile. JUnit finds it by itself.
 */
public final class NothingSecretRecorded implements BeforeEachCallback, AfterEachCallback {

  private @Nullable Path folder;
  private @Nullable RecordingWriter recording;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    KnownSecrets.forget();
    folder = Files.createTempDirectory("overheard");
    recording =
        new RecordingWriter(
            new RecordingsFolder(folder, Long.MAX_VALUE, 1),
            new Header(Instant.EPOCH, "test", "", "", "", 1),
            System::nanoTime,
            Long.MAX_VALUE);
    Overheard.by(recording);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Overheard.by(null);
    if (recording == null || folder == null) {
      return;
    }
    recording.close();
    try {
      assertThat(recording.failure()).isEmpty();
      Recording read = Recording.open(recording.file());
      assertThat(read.damage()).isEmpty();
      assertThat(SecretSearch.in(read))
          .as("secrets in the recording of %s", context.getDisplayName())
          .isEmpty();
    } finally {
      Files.delete(recording.file());
      Files.delete(folder);
    }
  }
}
