package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;

/** Tells the person in front of the program that the key which is meant shall be touched. */
public interface TouchPrompter {

  /** Nobody is told. */
  TouchPrompter SILENT =
      new TouchPrompter() {
        @Override
        public void blinks(KeyDevice key) {}

        @Override
        public void ended() {}

        @Override
        public Cancellation cancellation() {
          return new Cancellation();
        }
      };

  /** This key waits for a touch now; called once for each, on threads of the keys. */
  void blinks(KeyDevice key);

  /** One was touched, or it is over without that. */
  void ended();

  /** Fired when the person does not want to any more. */
  Cancellation cancellation();
}
