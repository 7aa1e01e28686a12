package dev.touchstone.app.remembered;

import java.util.Optional;

/** A place of the desktop for small secrets, which opens with the person's session. */
public interface Keychain {

  /** A computer without one. */
  Keychain NONE =
      new Keychain() {
        @Override
        public Optional<String> read() {
          return Optional.empty();
        }

        @Override
        public boolean write(String secret) {
          return false;
        }

        @Override
        public void delete() {}
      };

  /** What {@link #write} left there; empty if nothing, or where there is no keychain. */
  Optional<String> read();

  /** Keeps it in the place of what was there; false where there is no keychain. */
  boolean write(String secret);

  /** Takes it away again. */
  void delete();
}
