package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.state.KeyStorage;
import java.util.UUID;

/** Memory that is gone with the object. */
public final class ScratchMemory implements VirtualKeyDevice.Memory {

  private final KeyStorage storage = KeyStorage.forgetful();

  @Override
  public KeyStorage open() {
    return storage;
  }

  @Override
  public UUID number() {
    return storage.number();
  }

  @Override
  public String place() {
    return storage.place();
  }
}
