package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.state.KeyStorage;

/** Memory that is gone with the object. */
public final class ScratchMemory implements VirtualKeyDevice.Memory {

  private final KeyStorage storage = KeyStorage.forgetful();

  @Override
  public KeyStorage open() {
    return storage;
  }

  @Override
  public String place() {
    return storage.place();
  }
}
