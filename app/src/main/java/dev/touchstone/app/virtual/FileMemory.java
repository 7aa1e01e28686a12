package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.state.KeyStorage;
import dev.touchstone.fixture.key.state.MemoryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Memory that survives the process. */
public record FileMemory(Path file) implements VirtualKeyDevice.Memory {

  @Override
  public KeyStorage open() throws IOException {
    return MemoryFile.open(file);
  }

  @Override
  public UUID number() {
    return KeyStorage.numberAt(place());
  }

  @Override
  public String place() {
    return file.toString();
  }
}
