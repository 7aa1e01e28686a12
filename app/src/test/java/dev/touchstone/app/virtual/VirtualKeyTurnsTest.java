package dev.touchstone.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.fixture.key.state.MemoryFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two who want the same virtual key at once. */
final class VirtualKeyTurnsTest {

  private static final ShowKey.Request VIRTUAL = new ShowKey.Request(Optional.of("virtual"));

  @TempDir private Path data;
  private Path memory;

  @BeforeEach
  void makeAKey() throws Exception {
    memory = data.resolve("virtual-keys").resolve("touchstone.key");
    try (Wiring program = program()) {
      var _ = program.keys().show().run(VIRTUAL);
    }
  }

  @Test
  void whoComesWhileAnotherLooksAtTheKeyWaitsForAMoment() throws Exception {
    try (Wiring program = program()) {
      CompletableFuture<KeyDescription> second;
      try (MemoryFile _ = MemoryFile.open(memory)) {
        second = CompletableFuture.supplyAsync(() -> shown(program));
        Thread.sleep(100);
        assertThat(second).isNotDone();
      }
      assertThat(second.join().summary()).isNotEmpty();
    }
  }

  @Test
  void whoKeepsTheKeyOpenIsToldToTheOther() throws Exception {
    try (Wiring program = program();
        MemoryFile _ = MemoryFile.open(memory)) {
      assertThatThrownBy(() -> program.keys().show().run(VIRTUAL))
          .hasMessageContaining("in use by another program or window");
    }
  }

  private Wiring program() throws Exception {
    return new Wiring(Settings.usual(data));
  }

  private static KeyDescription shown(Wiring program) {
    try {
      return program.keys().show().run(VIRTUAL);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
